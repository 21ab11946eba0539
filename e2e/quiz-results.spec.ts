import type { Page } from '@playwright/test';
import type Database from 'better-sqlite3';
import { type AskedItem, act, beganEarlier, begin, handIn, itemsOf, openBuilder } from './cases';
import {
  accessibilityProblems,
  deckFolder,
  expect,
  hornbook,
  startStudying,
  takenOver,
  test,
} from './fixtures';

test('a learner builds a block by topic and filter, and the button says what it will be', async ({
  page,
  database,
}) => {
  await startStudying(page);
  await page.getByRole('link', { name: 'Cases' }).click();
  await expect(page.getByRole('heading', { name: 'Cases', exact: true })).toBeVisible();
  await takenOver(page);
  await expect(page.getByText('Nothing yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start 20 items, 30 minutes' })).toBeVisible();

  await page.getByRole('link', { name: /^40 items in 60 minutes/ }).click();
  await expect(page.getByRole('spinbutton', { name: 'How many items' })).toHaveValue('40');
  await page.getByRole('checkbox', { name: /^Poliomyelitis/ }).check();
  await page.getByRole('radio', { name: /^Missed/ }).check();
  await expect(page.getByRole('button', { name: 'Nothing to start' })).toBeDisabled();
  await expect(page.getByText('You have missed none of these when you met it last.')).toBeVisible();

  await page.getByRole('radio', { name: /^Unseen/ }).check();
  await page.getByRole('spinbutton', { name: 'How many items' }).fill('3');
  await page.getByRole('radio', { name: /^Tutor/ }).check();
  await page.getByRole('radio', { name: 'So long for each item' }).check();
  await page.getByRole('spinbutton', { name: 'Seconds' }).fill('90');
  const id = await begin(page, 'Start 3 items, 4 minutes 30 seconds');
  const attempt = database.prepare('SELECT * FROM "Attempt" WHERE "id" = ?').get(id);
  expect(attempt).toMatchObject({
    mode: 'tutor',
    purpose: 'block',
    timing: JSON.stringify({ kind: 'per-item', ms: 90_000 }),
  });
  const items = itemsOf(database, id);
  expect(items.map(({ deck }) => deck)).toEqual(['poliomyelitis', 'poliomyelitis', 'poliomyelitis']);
  expect(new Set(items.map(({ conceptUid }) => conceptUid)).size).toBe(3);

  await openBuilder(page);
  await expect(page.getByText('0 of 3 answered, 4 minutes left')).toBeVisible();
  await page.getByRole('link', { name: 'Continue' }).click();
  await expect(page).toHaveURL(new RegExp(`/quiz/${id}(#.*)?$`));
});

test('objectives narrow a block, and what was asked today rests until tomorrow', async ({
  page,
  database,
}) => {
  await startStudying(page);
  await openBuilder(page);
  await page.getByRole('checkbox', { name: /^Poliomyelitis/ }).check();
  await page.getByText('Narrow it to objectives').click();
  await page.getByRole('group', { name: 'Poliomyelitis' }).getByRole('checkbox').first().check();
  await page.getByRole('spinbutton', { name: 'How many items' }).fill('100');
  const before = await countOf(page);
  expect(before).toBeGreaterThan(0);
  const id = await begin(page, /^Start/);
  expect(itemsOf(database, id)).toHaveLength(before);
  await handIn(page, id);

  await openBuilder(page);
  await page.getByRole('checkbox', { name: /^Poliomyelitis/ }).check();
  await page.getByRole('radio', { name: /^Missed/ }).check();
  await expect(
    page.getByText(before === 1 ? '1 concept was asked today' : `${before} concepts were asked today`),
  ).toBeVisible();
  await expect(page.getByText(/until tomorrow/)).toBeVisible();
});

test('the result of an exam: score with its range, objectives, calibration, times, each item as it was sat', async ({
  page,
  database,
}) => {
  const { id } = await satExam(page, database);
  await page.goto(`/quiz/${id}/result`);
  await takenOver(page);
  await expect(page.getByRole('heading', { name: '4 of 6 right' })).toBeVisible();
  // Wilson's interval of 4 of 6.
  await expect(page.getByText(/between 30% and 90% right/)).toBeVisible();
  await expect(page.getByText('Left out').first()).toBeVisible();

  await page.getByRole('button', { name: /^Missed/ }).click();
  await expect(page.locator('details[data-slot]')).toHaveCount(2);
  await page.getByRole('button', { name: /^Flagged/ }).click();
  await expect(page.locator('details[data-slot]')).toHaveCount(1);
  await page.keyboard.press('j');
  const item = page.locator('#item-2');
  await expect(item).toHaveAttribute('open', '');
  await expect(item.getByRole('heading', { name: 'Item 2: Wrong' })).toBeVisible();
  await expect(item.locator('mark')).not.toHaveCount(0);
  await expect(item.getByText('Remember the brow')).toBeVisible();
  await expect(item.getByText(/You were sure/)).toBeVisible();

  await page.getByRole('button', { name: /^All/ }).click();
  await page.locator('#item-2 summary').first().focus();
  await page.keyboard.press('n');
  await expect(page.locator('#item-3')).toHaveAttribute('open', '');
  await page.keyboard.press('k');
  await expect(page.locator('#item-2 summary').first()).toBeFocused();
});

test('a result tells of all items how they went, and of one in full when it is opened', async ({
  page,
  database,
  quiet,
}) => {
  quiet.expected.push(/ERR_FAILED|ERR_INTERNET_DISCONNECTED/);
  const { id } = await satExam(page, database);
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/items/')) fetched.push(new URL(request.url()).pathname);
  });
  const reply = await page.goto(`/quiz/${id}/result`);
  expect(await reply?.text()).not.toContain('Key point of question');
  await takenOver(page);
  expect(fetched).toEqual([]);

  const item = page.locator('#item-3');
  await page.route('**/api/attempts/**', (route) => route.abort());
  await item.locator('summary').click();
  await expect(item.getByText('This item could not be fetched.')).toBeVisible();
  await page.unroute('**/api/attempts/**');
  await item.getByRole('button', { name: 'Try again' }).click();
  await expect(item.getByText('You chose')).toBeVisible();
  await item.locator('summary').click();
  await item.locator('summary').click();
  await expect(item.getByText('You chose')).toBeVisible();
  expect(fetched).toEqual(Array(2).fill(`/api/attempts/${id}/items/3`));

  await page.getByRole('link', { name: 'All items in full on one page' }).click();
  await expect(inFull(page)).toHaveCount(6);
  expect(fetched).toHaveLength(2);
});

test('without a script an item leads to where it stands as it was sat', async ({
  browser,
  page,
  database,
}) => {
  const { id } = await satExam(page, database);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`/quiz/${id}/result`);
  await plain.locator('#item-2 summary').click();
  await plain.getByRole('link', { name: 'Show item 2 as you sat it' }).click();
  await expect(plain).toHaveURL(`/quiz/${id}/result?item=2#item-2`);
  await expect(plain.locator('#item-2').getByText('Remember the brow')).toBeVisible();
  await expect(plain.locator('#item-2').getByText(/You were sure/)).toBeVisible();
  await expect(plain.locator('details[data-slot][open]')).toHaveCount(1);
  await context.close();
});

test('every number of the pictures stands in a table', async ({ page, database }) => {
  const { id } = await satExam(page, database);
  await page.goto(`/quiz/${id}/result`);
  for (const numbers of await page.getByText('The numbers', { exact: true }).all()) await numbers.click();

  const levels = await tableOf(page, 'What you claimed and what came of it');
  const dots = await page.locator('section:has(#confidence) svg circle').all();
  expect(levels).toHaveLength(3);
  expect(dots).toHaveLength(3);
  for (const [index, dot] of dots.entries()) {
    const [, stated, , right, range] = levels[index] ?? [];
    const [x, y] = [Number(await dot.getAttribute('cx')), Number(await dot.getAttribute('cy'))];
    expect(`${Math.round((100 * (x - 52)) / 276)}%`).toBe(stated);
    expect(right).toContain(`(${Math.round((100 * (290 - y)) / 276)}%)`);
    const whisker = page.locator('section:has(#confidence) svg line.chart-whisker').nth(index);
    const [low, high] = await Promise.all(
      ['y1', 'y2'].map(async (end) =>
        Math.round((100 * (290 - Number(await whisker.getAttribute(end)))) / 276),
      ),
    );
    expect(range).toBe(`${low}% to ${high}%`);
  }

  const objectives = await tableOf(page, 'Results by objective');
  const bars = await page.locator('section:has(#objectives) svg').all();
  expect(bars).toHaveLength(objectives.length);
  for (const [index, bar] of bars.entries()) {
    const band = bar.locator('rect');
    const low = Number.parseFloat((await band.getAttribute('x')) ?? '');
    const wide = Number.parseFloat((await band.getAttribute('width')) ?? '');
    expect(objectives[index]?.[3]).toBe(`${Math.round(low)}% to ${Math.round(low + wide)}%`);
  }

  const times = await tableOf(page, 'Time for each item');
  expect(times.map(([item, time]) => [item, time])).toEqual(
    [12, 80, 31, 55, 44, 9].map((seconds, slot) => [
      String(slot + 1),
      `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
    ]),
  );
  await expect(page.locator('section:has(#time) svg').first().locator('rect')).toHaveCount(6);
});

test('what was sure and wrong is said to come first tomorrow where it does, and not where it was practice', async ({
  page,
  database,
}) => {
  await startStudying(page);
  await openBuilder(page);
  await page.getByRole('checkbox', { name: /^Poliomyelitis/ }).check();
  await page.getByRole('spinbutton', { name: 'How many items' }).fill('100');
  const id = await begin(page, /^Start/);
  const items = itemsOf(database, id);
  const [often, seldom] = [true, false].map((isOften) =>
    items.find(({ conceptUid }) => variantsOf(database, conceptUid) >= 3 === isOften),
  );
  expect([often, seldom]).not.toContain(undefined);
  const wrongAndSure = ({ slot, wrong }: AskedItem) => [
    { kind: 'choose', slot, option: wrong },
    { kind: 'confidence', slot, confidence: 'sure' },
  ];
  await act(
    page,
    id,
    [often, seldom].flatMap((item) => (item === undefined ? [] : wrongAndSure(item))),
  );
  await handIn(page, id);
  await page.goto(`/quiz/${id}/result`);
  await expect(
    page.getByText('2 answers you were sure of were wrong. 1 of them comes first tomorrow.'),
  ).toBeVisible();
  await takenOver(page);
  const again = await begin(page, /^Try another variant/);
  const asked = itemsOf(database, again).find(({ conceptUid }) => conceptUid === often?.conceptUid);
  await act(page, again, asked === undefined ? [] : wrongAndSure(asked));
  await handIn(page, again);
  await page.goto(`/quiz/${again}/result`);
  await expect(page.getByText('1 answer you were sure of was wrong.', { exact: true })).toBeVisible();
});

for (const width of [390, 1280]) {
  test(`words in the picture of certainty stand clear of every interval, however long, at ${width} pixels`, async ({
    page,
    database,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    const { id } = await satExam(page, database);
    await page.goto(`/quiz/${id}/result`);
    const picture = page.locator('section:has(#confidence) svg');
    const edges = (shapes: Element[]) =>
      shapes.map((shape) => shape.getBoundingClientRect()).map(({ left, right }) => [left, right] as const);
    const columns = await picture.locator('circle, .chart-whisker').evaluateAll(edges);
    expect(columns).toHaveLength(9);
    const words = await picture.getByText(/^knew (more|less)/).evaluateAll(edges);
    expect(words).toHaveLength(2);
    for (const [left, right] of words) {
      expect(columns.filter(([from, to]) => from < right + 2 && to > left - 2)).toEqual([]);
    }
  });
}

test('what was missed is asked again in another variant', async ({ page, database }) => {
  await startStudying(page);
  await openBuilder(page);
  await page.getByRole('checkbox', { name: /^Poliomyelitis/ }).check();
  await page.getByRole('spinbutton', { name: 'How many items' }).fill('100');
  const id = await begin(page, /^Start/);
  const missed = itemsOf(database, id);
  await handIn(page, id);
  await page.goto(`/quiz/${id}/result`);
  await expect(page.getByRole('heading', { name: `0 of ${missed.length} right` })).toBeVisible();
  await takenOver(page);
  const again = await begin(page, `Try another variant of the ${missed.length} you missed`);

  const asked = new Map(itemsOf(database, again).map(({ conceptUid, itemUid }) => [conceptUid, itemUid]));
  expect([...asked.keys()].sort()).toEqual(missed.map(({ conceptUid }) => conceptUid).sort());
  const varied = missed.filter(({ conceptUid }) => variantsOf(database, conceptUid) > 1);
  expect(varied.length).toBeGreaterThan(0);
  for (const { conceptUid, itemUid } of varied) expect(asked.get(conceptUid)).not.toBe(itemUid);
  expect(database.prepare('SELECT "purpose", "mode" FROM "Attempt" WHERE "id" = ?').get(again)).toEqual({
    purpose: 'retry',
    mode: 'tutor',
  });
});

test('a block with a tutor has a result and a line in the history; one that runs has none yet', async ({
  page,
  database,
}) => {
  await startStudying(page);
  await openBuilder(page, '/quiz?preset=tutor-10');
  await page.getByRole('spinbutton', { name: 'How many items' }).fill('1');
  const id = await begin(page, 'Start 1 item, no clock');
  await page.goto(`/quiz/${id}/result`);
  await expect(page).toHaveURL(new RegExp(`/quiz/${id}(#.*)?$`));

  const [item] = itemsOf(database, id);
  await act(page, id, [
    { kind: 'choose', slot: 0, option: item?.right },
    { kind: 'reveal', slot: 0 },
  ]);
  await handIn(page, id);
  await page.goto('/quiz');
  const history = page.getByRole('region', { name: 'What you have sat' });
  await expect(history.getByText('1 of 1 right')).toBeVisible();
  await expect(history.getByText('21% to 100%')).toBeVisible();
  await history.getByRole('link').click();
  await expect(page.getByRole('heading', { name: '1 of 1 right' })).toBeVisible();
  await expect(page.getByText(/^You said of no answer how sure you were/)).toBeVisible();
  await expect(page.getByRole('button', { name: /another variant/ })).toHaveCount(0);
});

test('another learner’s attempt and its result are no pages at all, and a visitor is led to the start', async ({
  page,
  browser,
  database,
  quiet,
}) => {
  quiet.expected.push(/404/);
  const { id } = await satExam(page, database);
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(`/quiz/${id}/result`);
  await expect(stranger).toHaveURL(/\/$/);
  await stranger.goto('/quiz');
  await expect(stranger).toHaveURL(/\/$/);
  await startStudying(stranger);
  for (const address of [`/quiz/${id}`, `/quiz/${id}/result`]) {
    const reply = await stranger.goto(address);
    expect([address, reply?.status()]).toEqual([address, 404]);
  }
  await stranger.context().close();
});

test('today’s cases stand beside the cards: they wait, go on, and are done; a correction afterwards is told', async ({
  page,
  database,
}) => {
  const folder = deckFolder('daily-cases', 'groups:\n  site: { concept: Where the lesion is }\n');
  const published = folder.publish(...[1, 2, 3].map(caseOf));
  folder.remove();
  expect(published.stderr).toBe('');
  expect(published.status).toBe(0);

  await startStudying(page);
  await expect(page.getByRole('heading', { name: '1 case waits' })).toBeVisible();
  await takenOver(page);
  const id = await begin(page, 'Start the cases');
  const [item, ...more] = itemsOf(database, id);
  expect(item?.deck).toBe('daily-cases');
  expect(more).toEqual([]);

  await page.goto('/today');
  await expect(page.getByRole('heading', { name: 'Your cases are waiting half-way' })).toBeVisible();
  await page.getByRole('link', { name: 'Continue the cases' }).click();
  await expect(page).toHaveURL(new RegExp(`/quiz/${id}(#.*)?$`));
  await act(page, id, [
    { kind: 'choose', slot: 0, option: item?.right },
    { kind: 'confidence', slot: 0, confidence: 'sure' },
    { kind: 'reveal', slot: 0 },
  ]);
  await handIn(page, id);

  await page.goto('/today');
  await expect(page.getByRole('heading', { name: 'Cases done for today' })).toBeVisible();
  await expect(page.getByText(/^You answered 1 case\./)).toBeVisible();

  const { key, version } = database
    .prepare('SELECT "key", "version" FROM "Item" WHERE "uid" = ?')
    .get(item?.itemUid) as { key: string; version: number };
  const why = ['--why', 'The reflex speaks for the nerve', '--apply'];
  const decided = hornbook(
    ...['quiz', 'regrade', `daily-cases/${key}`, '--version', String(version), '--accept', 'E', ...why],
  );
  expect(decided.stderr).toBe('');
  await page.goto(`/quiz/${id}/result`);
  await expect(page.getByRole('heading', { name: '0 of 1 right' })).toBeVisible();
  await takenOver(page);
  await page.keyboard.press('j');
  await expect(page.getByText(/^Scored anew on .*: was right, is wrong\.$/)).toBeVisible();
  await expect(page.getByText('The reason given: The reflex speaks for the nerve')).toBeVisible();
});

test('a block can be begun without a script', async ({ browser, page, database }) => {
  await startStudying(page);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto('/quiz');
  await plain.getByRole('link', { name: /^10 items with a tutor/ }).click();
  await plain.getByRole('spinbutton', { name: 'How many items' }).fill('2');
  const id = await begin(plain, /^Start/);
  expect(itemsOf(database, id)).toHaveLength(2);
  await context.close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing wrong with the builder, the history and today', async ({ page, database }) => {
      await satExam(page, database);
      await openBuilder(page);
      await page.getByText('Narrow it to objectives').click();
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.goto('/today');
      expect(await accessibilityProblems(page)).toEqual([]);
    });

    test('axe finds nothing wrong with a result', async ({ page, database }) => {
      const { id } = await satExam(page, database);
      await page.goto(`/quiz/${id}/result`);
      await takenOver(page);
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await expect(inFull(page)).toHaveCount(2);
      for (const numbers of await page.getByText('The numbers', { exact: true }).all()) await numbers.click();
      expect(await accessibilityProblems(page)).toEqual([]);
    });
  });
}

test('nothing has to be scrolled sideways on a screen of 320 pixels', async ({ page, database }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const { id } = await satExam(page, database);
  for (const address of ['/quiz', `/quiz/${id}/result`, '/today']) {
    await page.goto(address);
    await takenOver(page);
    for (const summary of await page.locator('summary').all()) await summary.click();
    await expect(inFull(page)).toHaveCount(await page.locator('details[data-slot]').count());
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect([address, beyond]).toEqual([address, 0]);
  }
});

/** Becomes a guest and sits an exam of six: four right, one wrong and sure, one left out. */
async function satExam(page: Page, database: Database.Database) {
  await startStudying(page);
  await openBuilder(page);
  await page.getByRole('checkbox', { name: /^Facial palsy/ }).check();
  await page.getByRole('spinbutton', { name: 'How many items' }).fill('6');
  const id = await begin(page, 'Start 6 items, 30 minutes');
  beganEarlier(database, id, 300_000);
  const items = itemsOf(database, id);
  const said = ['sure', 'sure', 'think', 'guess', 'think'];
  await act(page, id, [
    ...items.slice(0, 5).flatMap(({ slot, right, wrong }) => [
      { kind: 'choose', slot, option: slot === 1 ? wrong : right },
      { kind: 'confidence', slot, confidence: said[slot] },
    ]),
    ...[12, 80, 31, 55, 44, 9].map((seconds, slot) => ({ kind: 'spent', slot, ms: seconds * 1000 })),
    { kind: 'flag', slot: 1, flagged: true },
    { kind: 'note', slot: 1, text: 'Remember the brow' },
    { kind: 'highlight', slot: 1, ranges: [[2, 20]] },
  ]);
  await handIn(page, id);
  return { id, items };
}

function variantsOf(database: Database.Database, conceptUid: string): number {
  const sql = 'SELECT count(*) AS "count" FROM "Item" WHERE "conceptUid" = ? AND "retiredAt" IS NULL';
  return (database.prepare(sql).get(conceptUid) as { count: number }).count;
}

/** The items of a result that are open and have come. */
function inFull(page: Page) {
  return page.locator('details[data-slot][open] footer');
}

/** How many the button says there will be. */
async function countOf(page: Page): Promise<number> {
  const label = await page.getByRole('button', { name: /^Start/ }).innerText();
  return Number(/\d+/.exec(label)?.[0]);
}

/** The rows of a table under its caption. */
async function tableOf(page: Page, name: string): Promise<readonly (readonly string[])[]> {
  const rows = await page.getByRole('table', { name }).locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}

function caseOf(number: number): string {
  return `:::vignette{#daily-${number} group=site obj=T1 src=book}
A ${30 + number}-year-old man has noticed for ${number + 1} months that one leg grows thin and weak. Feeling is normal everywhere, and the
reflex at the ankle is gone.

**Which of the following sites is most likely damaged?**

- [x] **A.** Anterior horn
  > The leg is weak and wasted while feeling is kept, as when motor neurons die.
- [ ] **B.** Dorsal root
  > A lesion of the dorsal root takes feeling and leaves the muscles their bulk.
- [ ] **C.** Motor cortex
  > A lesion of the cortex would raise the tone and the reflexes of the leg.
- [ ] **D.** Muscle
  > A disease of muscle weakens both sides, and nearest to the trunk the most.
- [ ] **E.** Peripheral nerve
  > A lesion of one nerve would take the feeling of its field along with its muscles.

**Key point:** Weakness without loss of feeling points to the anterior horn.
:::
`;
}
