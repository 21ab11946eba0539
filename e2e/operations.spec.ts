import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import type { APIResponse } from '@playwright/test';
import Database from 'better-sqlite3';
import { runTypeScript } from '../scripts/command-line.mjs';
import { allSaved, expect, learnerOf, openReview, startStudying, test } from './fixtures';
import { ownDatabase, ownServer, SECRET } from './own-server';

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': /camera=\(\).*microphone=\(\)/,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-request-id': /^[0-9a-f-]{36}$/,
} as const;
const CLOSED = /^default-src 'none';.*frame-ancestors 'none'/;

function expectHeaders(reply: APIResponse): string {
  const headers = reply.headers();
  for (const [name, value] of Object.entries(HEADERS)) {
    expect(headers[name] ?? '', `${name} of ${reply.url()}`).toMatch(
      typeof value === 'string' ? new RegExp(`^${value}$`) : value,
    );
  }
  expect(headers['x-powered-by']).toBeUndefined();
  return headers['content-security-policy'] ?? '';
}

/** Every route the build made, with something in the place of what varies. */
function everyRoute(): readonly string[] {
  const manifest = JSON.parse(fs.readFileSync('.next/app-path-routes-manifest.json', 'utf8'));
  return [...new Set(Object.values(manifest) as string[])]
    .map((route) => route.replace(/\[deck\]/g, 'poliomyelitis').replace(/\[[^\]]+\]/g, 'anything'))
    .sort();
}

test('every route, whatever its method, carries the security headers', async ({ page }) => {
  test.setTimeout(90_000);
  await startStudying(page);
  const routes = everyRoute();
  expect(routes.length).toBeGreaterThan(8);
  for (const route of routes) {
    for (const method of ['GET', 'POST', 'DELETE']) {
      const policy = expectHeaders(await page.request.fetch(route, { method, maxRedirects: 0 }));
      if (route.startsWith('/api/')) expect(policy, route).toMatch(CLOSED);
      else expect(policy, route).toContain(`frame-ancestors 'none'`);
    }
  }
});

test('errors and static files carry them too, with a policy under which nothing runs', async ({ page }) => {
  await startStudying(page);
  const html = await (await page.request.get('/today')).text();
  const files = [...html.matchAll(/\/_next\/static\/[^"\\ ]+\.(?:js|css)/g)].map(([file]) => file);
  expect(files.length).toBeGreaterThan(1);
  const places = ['/_next/static/nothing.js', '/api/nothing', '/decks/%E0%A4%A', ...files.slice(0, 4)];
  for (const place of places) expect(expectHeaders(await page.request.get(place)), place).toMatch(CLOSED);
});

test.describe('a server of its own', () => {
  // Each starts production servers; together they would take the processors from each other.
  test.describe.configure({ mode: 'default' });

  test('with an https address it tells browsers to stay on https, else not', async ({ request }) => {
    const { file, remove } = ownDatabase();
    const server = await ownServer(file, { APP_URL: 'https://hornbook.example' });
    await server.started();
    const reply = await request.get(`${server.address}/api/health`);
    expect(reply.headers()['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    server.kill('SIGKILL');
    await server.ended;
    remove();
    expect((await request.get('/api/health')).headers()['strict-transport-security']).toBeUndefined();
  });

  test('R30 a second one on the same database says so in one sentence and ends', async () => {
    const { file, remove } = ownDatabase();
    const first = await ownServer(file);
    await first.started();
    const second = await ownServer(file);
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(
      /own\.db is in use by a server \(process \d+, since .+\): stop it first.*\.\n$/,
    );
    first.kill('SIGKILL');
    await first.ended;
    const third = await ownServer(file);
    await third.started();
    third.kill('SIGTERM');
    expect(await third.ended).toBe(0);
    remove();
  });

  test('D19 asked to stop, it files the answer that is in flight, takes nothing new, and leaves a closed file', async ({
    browser,
  }) => {
    const { file, remove } = ownDatabase();
    const server = await ownServer(file);
    await server.started();
    const context = await browser.newContext({ baseURL: server.address });
    const page = await context.newPage();
    await startStudying(page);
    const { sitting } = await (await page.request.get('/api/sitting')).json();
    const [cookie] = await context.cookies();
    await context.close();
    const id = '01930000-0000-7000-8000-000000000000';
    const event = {
      id,
      kind: 'review',
      cardUid: sitting.cards[0].uid,
      grade: 3,
      answeredAt: sitting.builtAt,
    };
    const rest = { tz: 'UTC', tookMs: 1000, placedDays: null, seenVersion: 1, presentationId: id };
    const batch = { learnerId: sitting.learnerId, sentAt: sitting.builtAt, events: [{ ...event, ...rest }] };
    const body = JSON.stringify(batch);

    // A request whose body comes slowly is in flight for as long as we like.
    const slow = http.request(`${server.address}/api/reviews`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        cookie: `${cookie?.name}=${cookie?.value}`,
      },
    });
    const answered = new Promise<string>((resolve, reject) => {
      slow.once('response', async (reply) => {
        const chunks = await reply.toArray();
        resolve(Buffer.concat(chunks).toString());
      });
      slow.once('error', reject);
    });
    slow.write(body.slice(0, 40));
    await new Promise((resolve) => setTimeout(resolve, 500));
    server.kill('SIGTERM');
    await expect.poll(() => server.output()).toContain('"server stopping"');
    await expect(fetch(`${server.address}/api/health`)).rejects.toThrow();
    slow.end(body.slice(40));
    expect(JSON.parse(await answered).results).toMatchObject([{ id, status: 'stored' }]);
    expect(await server.ended).toBe(0);
    expect(server.log().at(-1)).toMatchObject({ what: 'server stopped', drained: true });
    expect(fs.existsSync(`${file}-wal`)).toBe(false);
    const database = new Database(file, { readonly: true });
    expect(database.prepare('SELECT "id" FROM "ReviewEvent" WHERE "id" = ?').pluck().all(id)).toEqual([id]);
    database.close();
    remove();
  });

  test('D08 while another process holds the database it answers 503 soon, goes on reading, and loses nothing', async ({
    page,
  }) => {
    const own = ownDatabase();
    const server = await ownServer(own.file);
    await server.started();
    await page.goto(server.address);
    await page.getByRole('button', { name: 'Start studying' }).first().click();
    await expect(page).toHaveURL(/\/today$/);
    const { sitting } = await (await page.request.get(`${server.address}/api/sitting`)).json();
    const id = '01930000-0000-7000-8000-00000000b05e';
    const event = {
      id,
      kind: 'review',
      cardUid: sitting.cards[0].uid,
      grade: 3,
      answeredAt: sitting.builtAt,
      tz: 'UTC',
      tookMs: 1000,
      placedDays: null,
      seenVersion: 1,
      presentationId: id,
    };
    const batch = { learnerId: sitting.learnerId, sentAt: sitting.builtAt, events: [event] };
    const send = () => page.request.post(`${server.address}/api/reviews`, { data: batch });
    const other = new Database(own.file);
    other.exec('BEGIN IMMEDIATE');
    const [held, read] = await Promise.all([send(), page.request.get(`${server.address}/decks`)]);
    other.exec('ROLLBACK');
    other.close();
    expect(held.status()).toBe(503);
    expect(Number(held.headers()['retry-after'])).toBeGreaterThan(0);
    expect(read.status()).toBe(200);
    expect((await (await send()).json()).results).toMatchObject([{ status: 'stored' }]);
    server.kill('SIGTERM');
    await server.ended;
    own.remove();
  });

  test('O08 restored from a backup, it gets back from the devices what they had acknowledged since', async ({
    browser,
  }) => {
    const { file, remove } = ownDatabase();
    const first = await ownServer(file);
    await first.started();
    const context = await browser.newContext({ baseURL: first.address });
    const page = await context.newPage();
    await startStudying(page);
    const learnerId = await learnerOf(page);
    hornbook(file, 'backup');
    await openReview(page);
    for (let card = 0; card < 3; card += 1) {
      await page.keyboard.press('Enter');
      await page.keyboard.press('4');
    }
    await allSaved(page);
    await page.goto('about:blank');
    first.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const given = eventsOf(file, learnerId);
    expect(given).toHaveLength(3);

    const folder = path.join(path.dirname(file), 'backups');
    const backup = fs.readdirSync(folder).find((name) => name.endsWith('-manual.db')) ?? '';
    hornbook(file, 'restore', path.join(folder, backup));
    expect(eventsOf(file, learnerId)).toEqual([]);
    const second = await ownServer(file, {}, first.port);
    await second.started();
    await page.goto('/today');
    await expect.poll(() => eventsOf(file, learnerId)).toEqual(given);
    await allSaved(page);
    await context.close();
    second.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    remove();
  });

  test('D14 on a damaged database it says so in the log and to its monitor, and goes on reading', async ({
    browser,
  }) => {
    const { file, remove } = ownDatabase();
    damageAnIndex(file);
    const server = await ownServer(file);
    await server.started();
    expect(server.log()).toContainEqual(
      expect.objectContaining({ level: 'error', what: expect.stringMatching(/damaged.*hornbook restore/) }),
    );
    const page = await browser.newPage();
    expect((await page.request.get(`${server.address}/`)).status()).toBe(200);
    const health = await page.request.get(`${server.address}/api/health`);
    expect(health.status()).toBe(503);
    expect(await health.json()).toMatchObject({ status: 'failing', database: 'read-only' });
    await page.close();
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    remove();
  });

  test('O01 O02 what is secret or personal never reaches the log, and each line is one JSON object', async ({
    browser,
  }) => {
    const { file, remove } = ownDatabase();
    const server = await ownServer(file, { LOG_LEVEL: 'debug' });
    await server.started();
    const context = await browser.newContext({ baseURL: server.address });
    const page = await context.newPage();
    await startStudying(page);
    const cookie = (await context.cookies()).find(({ name }) => name === 'hornbook_guest')?.value ?? '';
    expect(cookie.length).toBeGreaterThan(30);
    const canaries = {
      email: 'canary.person@hospital.example',
      password: 'canary-Passw0rd-of-a-learner',
      token: 'cAnArY0tOkEn1oF2aN3aDmIn4lInK5cAnArY6tOkEn7',
    };
    const { request } = page;
    const bodies = [
      JSON.stringify(canaries),
      `{"email":"${canaries.email}"`,
      JSON.stringify({ learnerId: canaries }),
    ];
    const places = [
      '/api/reviews',
      '/api/sitting',
      '/api/health',
      '/today',
      `/reset/${canaries.token}`,
      `/decks/${canaries.email}`,
      `/review?deck=${canaries.token}&email=${canaries.email}&password=${canaries.password}`,
      `/decks/%0d%0a%7b%22level%22:%22error%22%7d`,
    ];
    for (const place of places) {
      await request.get(place, { headers: { authorization: `Bearer ${canaries.token}` } });
      for (const data of bodies) {
        await request.post(place, {
          data,
          headers: { 'x-request-id': canaries.token, cookie: `hornbook_guest=${cookie}` },
        });
      }
    }
    // And through the fault that is logged with a stack: a database that loses a table under the server.
    const other = new Database(file);
    other.exec('DROP TABLE "Enrolment"');
    other.close();
    const failed = await request.get(`/api/sitting?token=${canaries.token}`);
    expect(failed.status()).toBe(500);
    expect(await failed.text()).not.toMatch(/Enrolment|SQL|prisma/i);
    expect((await failed.json()).message).toMatch(/^Something went wrong on the server\..+\.$/);
    expect((await request.get('/today')).status()).toBe(500);

    server.kill('SIGTERM');
    await server.ended;
    await context.close();
    const output = server.output();
    for (const secret of [SECRET, cookie, ...Object.values(canaries)]) {
      expect(output, secret).not.toContain(secret);
    }
    const lines = output.slice(output.indexOf('{')).trim().split('\n');
    for (const line of lines) expect(() => JSON.parse(line), line).not.toThrow();
    const faults = server.log().filter(({ error }) => error !== undefined);
    const told = faults.filter(({ path }) => path === '/api/sitting');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ level: 'error', id: failed.headers()['x-request-id'] });
    expect(JSON.stringify(told[0])).toContain('Enrolment');
    expect(faults.filter(({ path }) => path === '/today')).toHaveLength(1);
    remove();
  });
});

/** Runs a command of the operator on a database. */
function hornbook(file: string, ...words: readonly string[]): void {
  const environment = { ...process.env, DATABASE_URL: `file:${file}` };
  expect(runTypeScript('lib/cli/main.ts', [...words], environment)).toBe(0);
}

function eventsOf(file: string, learnerId: string): readonly unknown[] {
  const database = new Database(file, { readonly: true });
  const ids = database
    .prepare('SELECT "id" FROM "ReviewEvent" WHERE "learnerId" = ? ORDER BY "id"')
    .pluck()
    .all(learnerId);
  database.close();
  return ids;
}

/** Fills the last page of the file's largest index with rubbish: found by a check, not met by the requests above. */
function damageAnIndex(file: string): void {
  const database = new Database(file);
  const pageSize = database.pragma('page_size', { simple: true }) as number;
  const root = database
    .prepare(`SELECT rootpage FROM sqlite_master WHERE name = 'CardState_learnerId_lastDay_idx'`)
    .pluck()
    .get() as number;
  database.close();
  const handle = fs.openSync(file, 'r+');
  fs.writeSync(handle, Buffer.alloc(pageSize, 0xa5), 0, pageSize, (root - 1) * pageSize);
  fs.closeSync(handle);
}
