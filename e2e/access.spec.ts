import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { accessibilityProblems, expect, startStudying, takenOver, test } from './fixtures';
import { newEmail, otherBrowser, signIn, signUp } from './people';

const ROOT = path.resolve(import.meta.dirname, '..');
const ROLES = ['nobody', 'guest', 'student', 'instructor', 'admin'] as const;
type Role = (typeof ROLES)[number];

/** Where a visit ends, or the status it is answered with. */
type Outcome = string | number;
type Row = Readonly<{ address: string; outcome: Outcome | Readonly<Record<Role, Outcome>> }>;

const learnersOnly = (address: string, else_: Outcome): Row => ({
  address,
  outcome: { nobody: else_, guest: address, student: address, instructor: address, admin: address },
});
const newcomersOnly = (address: string): Row => ({
  address,
  outcome: {
    nobody: address,
    guest: address,
    student: '/settings',
    instructor: '/settings',
    admin: '/settings',
  },
});
const everyone = (address: string): Row => ({ address, outcome: address });
const learnersStatus = (address: string): Row => ({
  address,
  outcome: { nobody: 401, guest: 200, student: 200, instructor: 200, admin: 200 },
});

/** Every page and every route, and what each sort of person meets there. */
const ROWS: Readonly<Record<string, Row>> = {
  'app/(public)/page.tsx': everyone('/'),
  'app/(public)/sign-in/page.tsx': newcomersOnly('/sign-in'),
  'app/(public)/sign-up/page.tsx': newcomersOnly('/sign-up'),
  'app/(public)/reset-password/page.tsx': everyone('/reset-password'),
  'app/(study)/today/page.tsx': learnersOnly('/today', '/'),
  'app/(study)/decks/page.tsx': everyone('/decks'),
  'app/(study)/decks/[deck]/page.tsx': everyone('/decks/poliomyelitis'),
  'app/(study)/review/page.tsx': learnersOnly('/review', '/'),
  'app/(study)/quiz/page.tsx': learnersOnly('/quiz', '/'),
  // Whose an attempt may be is in lib/ops/who-may-what.test.ts: somebody else's is as unknown as this one.
  'app/(study)/quiz/[attempt]/(sit)/page.tsx': {
    address: '/quiz/none',
    outcome: { nobody: '/', guest: 404, student: 404, instructor: 404, admin: 404 },
  },
  'app/(study)/quiz/[attempt]/result/page.tsx': {
    address: '/quiz/none/result',
    outcome: { nobody: '/', guest: 404, student: 404, instructor: 404, admin: 404 },
  },
  'app/(study)/settings/page.tsx': learnersOnly('/settings', '/sign-in'),
  'app/(admin)/admin/page.tsx': {
    address: '/admin',
    outcome: { nobody: 404, guest: 404, student: 404, instructor: 404, admin: '/admin' },
  },
  'app/offline/page.tsx': everyone('/offline'),
  'app/sw.js/route.ts': { address: '/sw.js', outcome: 200 },
  // What was published is everybody's; that it is served is in e2e/figures.spec.ts.
  'app/media/[file]/route.ts': { address: '/media/none.png', outcome: 404 },
  'app/api/day/route.ts': learnersStatus('/api/day'),
  'app/api/export/route.ts': learnersStatus('/api/export'),
  'app/api/sitting/route.ts': learnersStatus('/api/sitting'),
  'app/api/health/route.ts': { address: '/api/health', outcome: 200 },
  // Take what is done in an attempt by POST only; whose they may be is in lib/ops/who-may-what.test.ts.
  'app/api/attempts/[attempt]/changes/route.ts': { address: '/api/attempts/none/changes', outcome: 405 },
  'app/api/attempts/[attempt]/finish/route.ts': { address: '/api/attempts/none/finish', outcome: 405 },
  'app/api/attempts/[attempt]/items/[item]/route.ts': {
    address: '/api/attempts/none/items/1',
    outcome: { nobody: 401, guest: 404, student: 404, instructor: 404, admin: 404 },
  },
  // Takes answers by POST only; whose they may be is in lib/ops/who-may-what.test.ts and e2e/security.spec.ts.
  'app/api/reviews/route.ts': { address: '/api/reviews', outcome: 405 },
};

test('every page and every route has a row, and every row a page or route', () => {
  const files = fs
    .readdirSync(path.join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join('app', name.split(path.sep).join('/')))
    .filter((name) => /\/(page\.tsx|route\.ts)$/.test(name));
  expect(files.sort()).toEqual(Object.keys(ROWS).sort());
});

async function become(page: Page, role: Role): Promise<void> {
  if (role === 'nobody') return;
  if (role === 'guest') return startStudying(page);
  const email = newEmail(role);
  await signUp(page, email);
  await expect(page).toHaveURL(/\/today$/);
  const database = new Database(path.join(process.env.THROWAWAY_FOLDER ?? '', 'throwaway.db'));
  database.prepare('UPDATE "AuthUser" SET "role" = ? WHERE "email" = ?').run(role, email);
  database.close();
}

function walkAs(role: Role): void {
  test(`${role} meets at every address what the table says`, async ({ page, quiet }) => {
    quiet.expected.push(/404/);
    await become(page, role);
    for (const { address, outcome } of Object.values(ROWS)) {
      const expected = typeof outcome === 'object' ? outcome[role] : outcome;
      if (typeof expected === 'number') {
        const reply = await page.request.get(address);
        expect([address, reply.status()]).toEqual([address, expected]);
      } else {
        await page.goto(address);
        await expect(page).toHaveURL(new RegExp(`^http://[^/]+${expected}$`));
      }
    }
  });
}

for (const role of ROLES) if (role !== 'admin') walkAs(role);

// One after the other: the token works only while there is no admin.
test.describe
  .serial('admins', () => {
    test('the printed token makes the one admin, who hands out a link that sets a password once', async ({
      page,
      browser,
      quiet,
    }) => {
      quiet.expected.push(/404/);
      const token = fs.readFileSync(path.join(process.env.THROWAWAY_FOLDER ?? '', 'admin-token'), 'utf8');
      const email = newEmail('student');
      const student = await otherBrowser(browser);
      await signUp(student, email);
      await expect(student).toHaveURL(/\/today$/);
      expect((await student.request.get('/admin')).status()).toBe(404);

      const admin = newEmail('admin');
      await signUp(page, admin, { 'Admin token': 'not the token' });
      await expect(page.getByText('This admin token does not open anything.')).toBeVisible();
      await signUp(page, admin, { 'Admin token': token });
      await expect(page).toHaveURL(/\/today$/);
      await page.goto('/settings');
      await page.getByRole('link', { name: 'Accounts of others' }).click();
      await expect(page.getByRole('heading', { name: 'Accounts', level: 1 })).toBeVisible();
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.goto(`/admin?q=${email}`);
      await takenOver(page);
      await page.getByRole('button', { name: 'Link for a forgotten password' }).click();
      const link = await page.getByLabel(`Link for ${email}`).inputValue();

      const reset = await otherBrowser(browser);
      for (const expected of ['Your new password is set.', 'This link does not work any more']) {
        await reset.goto('about:blank');
        await reset.goto(link);
        await takenOver(reset);
        await expect(reset.getByLabel('Code')).toHaveValue(link.split('#')[1] ?? '');
        await reset.getByLabel('New password').fill('a third set of words');
        await reset.getByRole('button', { name: 'Set the password' }).click();
        await expect(reset.getByText(expected)).toBeVisible();
      }
      expect((await student.request.get('/api/sitting')).status()).toBe(401);
      await signIn(student, email, 'a third set of words');
      await expect(student).toHaveURL(/\/today$/);
      // The token has done its work: the next person is not even asked for it.
      await reset.goto('/sign-up');
      await expect(reset.getByLabel('Admin token')).toHaveCount(0);
      await student.context().close();
      await reset.context().close();
    });

    walkAs('admin');
  });

test('an address cannot be reached around the doors by headers that frameworks use among themselves', async ({
  request,
}) => {
  for (const headers of [
    { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
    { 'x-middleware-subrequest': 'middleware' },
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
  ]) {
    const reply = await request.get('/admin', { headers });
    expect(await reply.text()).not.toContain('@example.org');
    expect((await request.get('/api/export', { headers })).status()).toBe(401);
  }
});

test('what a client writes about its own address is not believed', async ({ browser, database }) => {
  const { countersOf } = await import('../lib/accounts/attempts');
  const forged = '6.6.6.6';
  const context = await browser.newContext({
    extraHTTPHeaders: { 'x-forwarded-for': forged, 'x-real-ip': forged, 'x-hornbook-peer': forged },
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await takenOver(page);
  await page.getByLabel('E-mail').fill('forger@example.org');
  await page.getByLabel('Password').fill('a wrong password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  const counted = (address: string) => {
    const key = countersOf({ kind: 'sign-in', address, account: null })[0]?.key;
    return database.prepare('SELECT count(*) AS n FROM "AttemptCount" WHERE "key" = ?').get(key);
  };
  expect(counted('127.0.0.1')).toEqual({ n: 1 });
  expect(counted(forged)).toEqual({ n: 0 });
  await context.close();
});
