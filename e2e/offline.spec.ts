import type { Page } from '@playwright/test';
import type Database from 'better-sqlite3';
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

const WITHOUT_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/;

test('after one visit, today and a whole sitting with undo are there without a network from a cold start', async ({
  page,
  context,
  database,
  quiet,
}) => {
  test.setTimeout(90_000);
  quiet.expected.push(WITHOUT_NETWORK);
  await startStudying(page);
  const learnerId = await learnerOf(page);
  const cards = await page.getByRole('heading', { name: /\d+ cards for today/ }).innerText();
  await readyForOffline(page);
  await page.close();
  await context.setOffline(true);

  const cold = await context.newPage();
  await cold.goto('/today');
  await expect(cold.getByText('You are offline.')).toBeVisible();
  await expect(cold.getByRole('heading', { name: cards })).toBeVisible();
  expect(await accessibilityProblems(cold)).toEqual([]);
  await cold.getByRole('link', { name: 'Study now' }).click();
  await expect(cold).toHaveURL(/\/review$/);
  const given = await answerToTheEnd(cold);
  expect(given).toBeGreaterThanOrEqual(20);
  await cold.keyboard.press('z');
  await expect(cold.getByRole('region', { name: 'Question' })).toBeVisible();
  await cold.keyboard.press('Space');
  await cold.keyboard.press('3');
  await expect(cold.getByText(`${given + 2} answers not yet saved`)).toBeVisible();

  await cold.getByRole('link', { name: 'Today' }).click();
  await expect(cold.getByText('You are offline.')).toBeVisible();
  await expect(cold.getByText(`${given} answers in`)).toBeVisible();

  await context.setOffline(false);
  await expect(cold.getByText('You are offline.')).toBeHidden();
  await allSaved(cold);
  const log = logOf(database, learnerId);
  expect(log.filter(({ kind }) => kind === 'review')).toHaveLength(given + 1);
  expect(log.filter(({ kind }) => kind === 'void')).toHaveLength(1);
  expect(new Set((await rowsOnDisk(cold)).map(({ status }) => status))).toEqual(new Set(['acknowledged']));
});

test('the page comes back soon after the network does, though it leads nowhere at first', async ({
  page,
  context,
  quiet,
}) => {
  quiet.expected.push(WITHOUT_NETWORK);
  await startStudying(page);
  await readyForOffline(page);
  await context.setOffline(true);
  await page.goto('/today');
  await expect(page.getByText('You are offline.')).toBeVisible();
  let asked = 0;
  await page.evaluate(() => {
    const real = window.fetch;
    let refusals = 0;
    window.fetch = (...request) => {
      const first = `${request[0]}` === '/api/health' && refusals === 0;
      if (!first) return real(...request);
      refusals += 1;
      return Promise.reject(new TypeError('Failed to fetch'));
    };
  });
  page.on('request', (request) => {
    if (request.url().endsWith('/api/health')) asked += 1;
  });
  await context.setOffline(false);
  await expect(page.getByText('You are offline.')).toBeHidden();
  expect(asked).toBeGreaterThan(0);
});

test('the next morning without a network, the new day asks its own cards, and their answers are saved later', async ({
  page,
  context,
  database,
  quiet,
}) => {
  quiet.expected.push(WITHOUT_NETWORK);
  await startStudying(page);
  const learnerId = await learnerOf(page);
  await readyForOffline(page);
  await openReview(page);
  for (let card = 0; card < 5; card += 1) await answer(page, 4);
  await allSaved(page);
  const known = new Set(logOf(database, learnerId).map(({ cardUid }) => cardUid));
  await page.close();
  await context.setOffline(true);

  const morning = await context.newPage();
  await morning.clock.setFixedTime(Date.now() + 24 * 60 * 60 * 1000);
  await morning.goto('/today');
  await expect(morning.getByText('You are offline.')).toBeVisible();
  // Twenty new ones, as on any day: the fifteen that were left, and five for those that were met.
  await expect(morning.getByRole('heading', { name: '20 cards for today' })).toBeVisible();
  await morning.getByRole('link', { name: 'Study now' }).click();
  await expect(morning.getByRole('region', { name: 'Question' })).toBeVisible();
  for (let card = 0; card < 20; card += 1) await answer(morning, 4);
  await expect(morning.locator('[data-unsaved]')).toHaveAttribute('data-unsaved', '20');
  await context.setOffline(false);
  await allSaved(morning);
  const log = logOf(database, learnerId);
  expect(log).toHaveLength(25);
  expect(log.slice(5).filter(({ cardUid }) => known.has(cardUid))).toEqual([]);
});

test('R13: answers that were not sent survive a killed page', async ({ page, context, database, quiet }) => {
  quiet.expected.push(WITHOUT_NETWORK);
  await startStudying(page);
  const learnerId = await learnerOf(page);
  await openReview(page);
  await context.setOffline(true);
  for (let card = 0; card < 3; card += 1) await answer(page, 4);
  await expect.poll(async () => (await rowsOnDisk(page)).length).toBe(3);
  expect(logOf(database, learnerId)).toEqual([]);
  // A page that goes hands what waits to the browser, which may get it through: then it is saved without the disk.
  await page.close({ runBeforeUnload: false });

  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto('/today');
  await allSaved(next);
  expect(logOf(database, learnerId)).toHaveLength(3);
});

for (const status of [500, 503]) {
  test(`R14: answers outlast a server that says ${status}, and are sent once it has recovered`, async ({
    page,
    database,
    quiet,
  }) => {
    quiet.expected.push(new RegExp(`${status}`));
    await startStudying(page);
    await openReview(page);
    let refusals = 0;
    await page.route('**/api/reviews', (route) => {
      refusals += 1;
      return refusals <= 2 ? route.fulfill({ status, headers: { 'retry-after': '1' } }) : route.continue();
    });
    await answer(page, 4);
    await expect(page.getByText('1 answer not yet saved')).toBeVisible();
    await expect(page.getByText('server busy')).toBeVisible();
    await allSaved(page);
    expect(refusals).toBeGreaterThan(2);
    expect(logOf(database, await learnerOf(page))).toHaveLength(1);
  });
}

test('R06, R18: two devices review the same cards offline in opposite orders, one undoes, and both end equal', async ({
  page,
  context,
  browser,
  database,
  quiet,
}) => {
  test.setTimeout(120_000);
  quiet.expected.push(WITHOUT_NETWORK);
  await startStudying(page);
  const learnerId = await learnerOf(page);
  const second = await browser.newContext();
  await second.addCookies(await context.cookies());
  const other = await second.newPage();
  await other.route('**/api/day', async (route) => {
    const response = await route.fetch();
    const day = await response.json();
    // The cards of the first day, one of each family, from the last to the first.
    const news: readonly { siblings: string }[] = day.stock.news.toReversed();
    const firsts = new Map(news.map((card) => [card.siblings, card]));
    day.stock.news = [...firsts.values()].reverse().slice(0, 20).reverse();
    await route.fulfill({ response, json: day });
  });
  await other.goto('/today');
  await readyForOffline(page);
  await readyForOffline(other);
  await context.setOffline(true);
  await second.setOffline(true);

  const firsts: string[] = [];
  for (const [device, grade] of [
    [page, 4],
    [other, 3],
  ] as const) {
    await device.goto('/review');
    const question = device.getByRole('region', { name: 'Question' });
    await expect(question).toBeVisible();
    firsts.push(await question.innerText());
    for (let card = 0; card < 20; card += 1) await answer(device, grade);
  }
  expect(firsts[0]).not.toBe(firsts[1]);
  await page.keyboard.press('z');
  await expect(page.locator('[data-unsaved]')).toHaveAttribute('data-unsaved', '21');
  await second.setOffline(false);
  await allSaved(other);
  await context.setOffline(false);
  await allSaved(page);

  const log = logOf(database, learnerId);
  const reviewed = log.filter(({ kind }) => kind === 'review').map(({ cardUid }) => cardUid);
  expect(reviewed).toHaveLength(40);
  expect(reviewed.slice(0, 20).reverse()).toEqual(reviewed.slice(20));
  const shown: string[] = [];
  for (const device of [page, other]) {
    await device.goto('/today');
    shown.push(await device.getByRole('main').innerText());
  }
  expect(shown[0]).toBe(shown[1]);
  expect(disagreements(database, learnerId)).toEqual([]);
  await second.close();
});

test('R12: of two tabs one sends at a time, both show what is unsaved, and each answer is sent once', async ({
  page,
  context,
  database,
  quiet,
}) => {
  quiet.expected.push(WITHOUT_NETWORK);
  await startStudying(page);
  const other = await context.newPage();
  await openReview(page);
  await other.goto('/today');
  await takenOver(other);
  const requests: string[] = [];
  for (const tab of [page, other]) {
    tab.on('request', (request) => {
      if (request.url().endsWith('/api/reviews')) requests.push(request.postData() ?? '');
    });
  }
  await context.setOffline(true);
  await answer(page, 4);
  await answer(page, 4);
  await expect(other.getByText('2 answers not yet saved')).toBeVisible();
  requests.length = 0;
  await context.setOffline(false);
  await allSaved(page);
  await allSaved(other);
  const sent = requests.flatMap((body) => JSON.parse(body).events.map(({ id }: { id: string }) => id));
  expect(sent).toHaveLength(new Set(sent).size);
  expect(logOf(database, await learnerOf(page))).toHaveLength(2);
});

test('R13: what one learner left unsent is never sent as another who studies on the device, and waits', async ({
  page,
  context,
  database,
  quiet,
}) => {
  quiet.expected.push(WITHOUT_NETWORK);
  await startStudying(page);
  const first = await learnerOf(page);
  const cookies = await context.cookies();
  await openReview(page);
  // The last request of a page that is left slips past an emulated loss of the network, so the page itself has none.
  await page.evaluate(() => {
    window.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  });
  await answer(page, 4);
  await expect.poll(async () => (await rowsOnDisk(page)).length).toBe(1);
  await page.close();
  await context.clearCookies();

  const next = await context.newPage();
  await startStudying(next);
  const second = await learnerOf(next);
  expect(second).not.toBe(first);
  await openReview(next);
  await answer(next, 3);
  await expect(next.locator('[data-unsaved]')).toHaveAttribute('data-unsaved', '0');
  expect(logOf(database, first)).toEqual([]);
  expect(logOf(database, second)).toHaveLength(1);
  expect(await rowsOnDisk(next)).toContainEqual(
    expect.objectContaining({ learnerId: first, status: 'pending' }),
  );

  await context.clearCookies();
  await context.addCookies(cookies);
  await next.goto('/today');
  await allSaved(next);
  expect(logOf(database, first)).toHaveLength(1);
});

test('a device where somebody else signs in keeps nobody else’s cards', async ({ page, context }) => {
  await startStudying(page);
  await readyForOffline(page);
  await context.clearCookies();
  await page.goto('/');
  await expect.poll(() => keptDay(page)).toBeNull();
});

test('the icon that browsers and readers of feeds ask for without being told is there', async ({ page }) => {
  const reply = await page.request.get('/favicon.ico');
  expect(reply.status()).toBe(200);
  // A list of pictures, the first of which is a PNG.
  const bytes = await reply.body();
  expect([...bytes.subarray(0, 4)]).toEqual([0, 0, 1, 0]);
  expect(bytes.subarray(bytes.readUInt32LE(18) + 1, bytes.readUInt32LE(18) + 4).toString()).toBe('PNG');
});

test('Hornbook can be installed: name, icons and a start page', async ({ page }) => {
  await page.goto('/');
  const address = await page.locator('link[rel="manifest"]').getAttribute('href');
  const manifest = await (await page.request.get(address ?? '')).json();
  expect(manifest).toMatchObject({
    name: 'Hornbook',
    start_url: '/today',
    display: 'standalone',
    scope: '/',
  });
  for (const { src, type, sizes } of manifest.icons) {
    const icon = await page.request.get(src);
    expect(icon.headers()['content-type']).toContain(type);
    if (type === 'image/png') {
      const bytes = await icon.body();
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
    }
  }
});

test('the shell on the device holds nobody’s data and carries its own policy', async ({ page }) => {
  await startStudying(page);
  const learnerId = await learnerOf(page);
  await readyForOffline(page);
  const kept = await page.evaluate(async () => {
    const found: { path: string; policy: string | null; text: string }[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        const path = new URL(request.url).pathname;
        const policy = response?.headers.get('content-security-policy') ?? null;
        found.push({ path, policy, text: path === '/offline' ? ((await response?.text()) ?? '') : '' });
      }
    }
    return found;
  });
  const pages = kept.filter(({ path }) => !path.startsWith('/_next/static/'));
  expect(pages.map(({ path }) => path)).toEqual(['/offline']);
  const [shell] = pages;
  const nonce = /'nonce-([^']+)'/.exec(shell?.policy ?? '')?.[1] ?? 'none';
  expect(shell?.text).toContain(`nonce="${nonce}"`);
  expect(shell?.text).not.toContain(learnerId);
});

/** Waits until the worker is in charge and the day lies on the device's disk. */
async function readyForOffline(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await expect.poll(() => keptDay(page)).not.toBeNull();
}

function keptDay(page: Page): Promise<string | null> {
  return page.evaluate(
    () =>
      new Promise<string | null>((resolve, reject) => {
        const opening = indexedDB.open('hornbook');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const day = opening.result.transaction('day').objectStore('day').get('current');
          day.onerror = () => reject(day.error);
          day.onsuccess = () => {
            opening.result.close();
            resolve(day.result?.stock.learnerId ?? null);
          };
        };
      }),
  );
}

async function answer(page: Page, grade: number): Promise<void> {
  // Enter shows the answer also where it is to be typed.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
  await page.keyboard.press(`${grade}`);
  await expect(page.getByRole('region', { name: 'Answer' })).toBeHidden();
}

async function answerToTheEnd(page: Page): Promise<number> {
  await expect(page.getByRole('region', { name: 'Question' })).toBeVisible();
  const done = page.getByRole('heading', { name: 'Done for now' });
  let given = 0;
  while (given < 60 && !(await done.isVisible())) {
    await answer(page, 4);
    given += 1;
  }
  await expect(done).toBeVisible();
  return given;
}

/** Cards of a learner whose saved state does not stand at the last entry of their log. */
function disagreements(database: Database.Database, learnerId: string): readonly unknown[] {
  return database
    .prepare(
      `SELECT s."cardUid" FROM "CardState" AS s WHERE s."learnerId" = ? AND s."lastEventId" IS NOT
        (SELECT e."id" FROM "ReviewEvent" AS e WHERE e."learnerId" = s."learnerId" AND e."cardUid" = s."cardUid"
         ORDER BY e."effectiveAt" DESC, e."id" DESC LIMIT 1)`,
    )
    .all(learnerId);
}
