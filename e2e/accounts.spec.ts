import fs from 'node:fs';
import type { Page } from '@playwright/test';
import {
  accessibilityProblems,
  allSaved,
  expect,
  learnerOf,
  logOf,
  openReview,
  rowsOnDisk,
  startStudying,
  takenOver,
  test,
} from './fixtures';
import { fillIn, newEmail, otherBrowser, PASSWORD, signIn, signUp } from './people';

/** The page that is left may still be fetching the day when nobody is signed in any more. */
const DAY_OF_NOBODY = /status of 401 .*\/api\/day$/;

async function answerOne(page: Page) {
  await openReview(page);
  await page.keyboard.press('Space');
  await page.keyboard.press('4');
  await allSaved(page);
}

async function exportOf(page: Page) {
  const reply = await page.request.get('/api/export');
  expect(reply.status()).toBe(200);
  return reply.json();
}

test('a guest signs up and keeps the history, signs out, and finds it again signing in', async ({
  page,
  database,
  quiet,
}) => {
  quiet.expected.push(DAY_OF_NOBODY);
  const email = newEmail('ada');
  await startStudying(page);
  await answerOne(page);
  const learnerId = await learnerOf(page);
  await signUp(page, email);
  await expect(page).toHaveURL(/\/today$/);
  await expect(page.getByText('1 answer in')).toBeVisible();
  expect(await learnerOf(page)).toBe(learnerId);

  await page.goto('/settings');
  await expect(page.getByText(email)).toBeVisible();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(/\/$/);
  expect((await page.request.get('/api/sitting')).status()).toBe(401);

  await signIn(page, email.toUpperCase());
  await expect(page).toHaveURL(/\/today$/);
  expect(await learnerOf(page)).toBe(learnerId);
  await answerOne(page);
  expect(logOf(database, learnerId)).toHaveLength(2);
});

test('what a second browser did as a guest comes into the account; nothing is lost or counted twice', async ({
  page,
  browser,
  database,
}) => {
  const email = newEmail('ada');
  await startStudying(page);
  await answerOne(page);
  await signUp(page, email);
  await expect(page).toHaveURL(/\/today$/);
  const learnerId = await learnerOf(page);

  const other = await otherBrowser(browser);
  await startStudying(other);
  await answerOne(other);
  const guestId = await learnerOf(other);
  expect(guestId).not.toBe(learnerId);
  await signIn(other, email);
  await expect(other).toHaveURL(/\/today$/);
  expect(await learnerOf(other)).toBe(learnerId);
  const ids = (id: string) =>
    database.prepare('SELECT "id" FROM "ReviewEvent" WHERE "learnerId" = ? ORDER BY "id"').pluck().all(id);
  expect(ids(learnerId)).toHaveLength(2);
  expect(ids(learnerId)).toEqual(expect.arrayContaining(ids(guestId)));
  await expect(other.getByText('2 answers in')).toBeVisible();
  // Signed out, the browser is nobody's: the guest is not there for the next person.
  await other.goto('/settings');
  await other.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(other).toHaveURL(/\/$/);
  await expect(other.getByRole('button', { name: 'Start studying' }).first()).toBeVisible();
  await other.context().close();
});

test('R13 what a guest had not sent yet is saved in the account once they have signed in on that device', async ({
  page,
  context,
  browser,
  database,
  quiet,
}) => {
  quiet.expected.push(/ERR_FAILED|Failed to fetch/);
  const email = newEmail('grace');
  const elsewhere = await otherBrowser(browser);
  await startStudying(elsewhere);
  await signUp(elsewhere, email);
  await expect(elsewhere).toHaveURL(/\/today$/);
  const learnerId = await learnerOf(elsewhere);
  await elsewhere.context().close();

  await startStudying(page);
  const guestId = await learnerOf(page);
  await openReview(page);
  // The last request of a page that is left slips past an emulated loss of the network, so the page itself has none.
  await page.evaluate(() => {
    window.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  });
  await page.keyboard.press('Enter');
  await page.keyboard.press('4');
  await expect.poll(async () => (await rowsOnDisk(page)).map(({ status }) => status)).toEqual(['pending']);
  await page.close();

  const next = await context.newPage();
  await signIn(next, email);
  await expect(next).toHaveURL(/\/today$/);
  await expect.poll(() => logOf(database, learnerId).length).toBe(1);
  expect(logOf(database, guestId)).toEqual([]);
  await expect
    .poll(async () => (await rowsOnDisk(next)).map((row) => [row.learnerId, row.status]))
    .toEqual([[learnerId, 'acknowledged']]);
});

test('whoever signs out with answers that are not saved is told what becomes of them', async ({
  page,
  quiet,
}) => {
  quiet.expected.push(/ERR_FAILED|Failed to fetch/);
  await signUp(page, newEmail('grace'));
  await expect(page).toHaveURL(/\/today$/);
  await page.route('**/api/reviews', (route) => route.abort());
  await openReview(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('4');
  await expect.poll(async () => (await rowsOnDisk(page)).map(({ status }) => status)).toEqual(['pending']);
  await page.goto('/settings');
  const told = '1 answer is not saved yet. It stays on this device and is sent when you sign in again.';
  await expect(page.getByText(told)).toBeVisible();
  await page.unroute('**/api/reviews');
  await expect(page.getByText(told)).toBeHidden();
});

test('refusals are said in words at the field they are about', async ({ page }) => {
  await signUp(page, 'no address', { Password: PASSWORD });
  await expect(page.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Enter an e-mail address, such as name@example.org.')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue('no address');
  await signUp(page, newEmail('ada'), { Password: 'short' });
  await expect(page.getByText('Choose a password of at least 10 characters')).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('a wrong password and an unknown address are answered alike; after ten tries even the right one waits', async ({
  page,
  browser,
}) => {
  const email = newEmail('ada');
  await signUp(page, email);
  await expect(page).toHaveURL(/\/today$/);
  const other = await otherBrowser(browser);
  await signIn(other, newEmail('nobody'), 'a wrong password');
  const alert = other.getByRole('main').getByRole('alert');
  const told = await alert.innerText();
  await signIn(other, email, 'a wrong password');
  await expect(alert).toHaveText(told);
  for (let tries = 1; tries < 10; tries += 1) {
    await other.getByLabel('Password').fill(`wrong ${tries}`);
    await Promise.all([
      other.waitForResponse((reply) => reply.request().method() === 'POST'),
      other.getByRole('button', { name: 'Sign in', exact: true }).click(),
    ]);
    await expect(other.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled();
  }
  await signIn(other, email);
  await expect(alert).toHaveText(/Too many attempts\. .* 15 minutes/);
  // Whoever is signed in already is not disturbed.
  await page.goto('/settings');
  await expect(page.getByText(email)).toBeVisible();
  await other.context().close();
});

test('a new password signs out the other browsers, and a single one can be signed out', async ({
  page,
  browser,
}) => {
  const email = newEmail('ada');
  await signUp(page, email);
  await expect(page).toHaveURL(/\/today$/);
  const other = await otherBrowser(browser);
  await signIn(other, email);
  await expect(other).toHaveURL(/\/today$/);
  await page.goto('/settings');
  await takenOver(page);
  await page.getByRole('button', { name: /^Sign out Chrome/ }).click();
  await expect(page.getByRole('button', { name: /^Sign out Chrome/ })).toHaveCount(0);
  expect((await other.request.get('/api/sitting')).status()).toBe(401);

  await signIn(other, email);
  await expect(other).toHaveURL(/\/today$/);
  await fillIn(page, '/settings', { 'Present password': PASSWORD, 'New password': 'another five words' });
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password is changed.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Sign out Chrome/ })).toHaveCount(0);
  await expect(page.getByText(/^Signed in on \d+ \w+ \d{4} at \d\d:\d\d$/)).toHaveCount(1);
  expect((await other.request.get('/api/sitting')).status()).toBe(401);
  expect((await page.request.get('/api/sitting')).status()).toBe(200);
  await signIn(other, email, 'another five words');
  await expect(other).toHaveURL(/\/today$/);
  await other.context().close();
});

test('the export holds account, settings, every event and every state, and nobody else’s', async ({
  page,
}) => {
  const email = newEmail('ada');
  await startStudying(page);
  await answerOne(page);
  const learnerId = await learnerOf(page);
  await signUp(page, email);
  await expect(page).toHaveURL(/\/today$/);
  await page.goto('/settings');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download my data' }).click(),
  ]);
  const file = JSON.parse(fs.readFileSync(await download.path(), 'utf8'));
  expect(download.suggestedFilename()).toBe('hornbook-export.json');
  expect(file).toMatchObject({
    format: 'hornbook-export',
    version: 1,
    account: { email, role: 'student' },
    settings: { id: learnerId, newPerDay: 20, decks: expect.arrayContaining(['facial-palsy']) },
    events: [{ kind: 'review', grade: 4 }],
    states: [{ phase: 'review', card: expect.stringMatching(/^[\w-]+\/[\w-]+:\w+$/) }],
  });
  expect(JSON.stringify(file)).not.toMatch(/password|token/i);
});

test('deleting the account leaves no row of the person, and the same address can begin anew', async ({
  page,
  database,
  quiet,
}) => {
  quiet.expected.push(DAY_OF_NOBODY);
  const email = newEmail('ada');
  await startStudying(page);
  await answerOne(page);
  await signUp(page, email);
  await expect(page).toHaveURL(/\/today$/);
  const learnerId = await learnerOf(page);
  await fillIn(page, '/settings', { 'Your password': PASSWORD });
  await page.getByRole('button', { name: 'Delete everything about me' }).click();
  await expect(page.getByText('Tick the box')).toBeVisible();
  await fillIn(page, '/settings', { 'Your password': PASSWORD });
  await page.getByLabel('I want everything about me deleted.').check();
  await page.getByRole('button', { name: 'Delete everything about me' }).click();
  await expect(page).toHaveURL(/\/$/);
  for (const table of ['ReviewEvent', 'CardState', 'Enrolment']) {
    const rows = database
      .prepare(`SELECT count(*) AS n FROM "${table}" WHERE "learnerId" = ?`)
      .get(learnerId);
    expect(rows).toEqual({ n: 0 });
  }
  expect(database.prepare('SELECT count(*) AS n FROM "AuthUser" WHERE "email" = ?').get(email)).toEqual({
    n: 0,
  });
  expect((await page.request.get('/api/sitting')).status()).toBe(401);
  await signUp(page, email);
  await expect(page).toHaveURL(/\/today$/);
  expect((await exportOf(page)).events).toEqual([]);
});

test('axe finds nothing wrong with the pages of accounts', async ({ page }) => {
  for (const address of ['/sign-in', '/sign-up', '/reset-password']) {
    await page.goto(address);
    expect(await accessibilityProblems(page)).toEqual([]);
  }
  await startStudying(page);
  await page.goto('/settings');
  expect(await accessibilityProblems(page)).toEqual([]);
  await signUp(page, newEmail('ada'));
  await expect(page).toHaveURL(/\/today$/);
  await page.goto('/settings');
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('no route of better-auth is mounted, and its cookie is kept from scripts and other sites', async ({
  page,
}) => {
  for (const route of [
    'sign-in/email',
    'sign-up/email',
    'get-session',
    'change-email',
    'delete-user',
    'ok',
  ]) {
    for (const method of ['GET', 'POST']) {
      const reply = await page.request.fetch(`/api/auth/${route}`, { method, data: {} });
      expect(reply.status()).toBe(404);
    }
  }
  await signUp(page, newEmail('ada'));
  await expect(page).toHaveURL(/\/today$/);
  const cookies = await page.context().cookies();
  expect(cookies.find(({ name }) => name.includes('session_token'))).toMatchObject({
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
  });
  expect(cookies.find(({ name }) => name === 'hornbook_guest')).toBeUndefined();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a person signs up, signs out and in again', async ({ page }) => {
    const email = newEmail('plain');
    await page.goto('/sign-up');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Sign up' }).click();
    await expect(page.getByText('Choose a password of at least 10 characters;')).toBeVisible();
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign up' }).click();
    await expect(page).toHaveURL(/\/today$/);
    await page.goto('/settings');
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(page).toHaveURL(/\/$/);
    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page).toHaveURL(/\/today$/);
  });
});
