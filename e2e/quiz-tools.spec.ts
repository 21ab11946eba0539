import type { Locator } from '@playwright/test';
import { beginBlock, changesIn, changesSaved, openBlock, pressButton, radio } from './blocks';
import { expect, test } from './fixtures';

const WITHOUT_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/;

test('the time that was put out of sight stays so after a reload, and its button says what it does', async ({
  page,
}) => {
  const { address } = await beginBlock(page, { mode: 'exam', count: 2, lastsMs: 30 * 60_000 });
  await openBlock(page, address);
  const hide = page.getByRole('button', { name: 'Hide the time', exact: true });
  const show = page.getByRole('button', { name: 'Show the time', exact: true });
  await expect(page.getByRole('timer')).toBeVisible();
  await expect(hide).toHaveAttribute('title', 'Hide the time');
  await hide.click();
  await expect(page.getByRole('timer')).toBeHidden();
  await expect(hide).toHaveCount(0);
  await expect(show).toHaveAttribute('title', 'Show the time');
  await expect(show).not.toHaveAttribute('aria-pressed', /./);
  await page.reload();
  await openBlock(page, address);
  await expect(show).toBeVisible();
  await expect(page.getByRole('timer')).toBeHidden();
  await show.click();
  await page.reload();
  await expect(page.getByRole('timer')).toContainText(/(30:00|29:\d\d)/);
});

test('the way out is named as the place it leads to, without a network too', async ({
  page,
  context,
  quiet,
}) => {
  quiet.expected.push(WITHOUT_NETWORK);
  const { address } = await beginBlock(page, { mode: 'exam', count: 2 });
  await openBlock(page, address);
  const out = page.getByRole('link', { name: 'Cases', exact: true });
  await expect(out).toHaveAttribute('href', '/quiz');
  const look = await out.getAttribute('class');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.keyboard.press('b');
  await changesSaved(page);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { name: /^Question \d of 2/ })).toBeVisible();
  await expect(out).toHaveAttribute('href', '/quiz');
  await expect(out).toHaveAttribute('class', look ?? '');
  await context.setOffline(false);
});

for (const place of ['', '#2']) {
  test(`reading begins at the question when a block is opened, at ${place || 'its first'}, without a jump`, async ({
    page,
  }) => {
    const { address } = await beginBlock(page, { mode: 'tutor', count: 2 });
    await openBlock(page, address + place);
    const number = place === '' ? 1 : 2;
    await expect(page.getByRole('heading', { name: `Question ${number} of 2` })).toBeFocused();
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
  });
}

test('ruling out what was chosen takes the choice back, and says so to the eye and the ear', async ({
  page,
  database,
}) => {
  const { id, address } = await beginBlock(page, { mode: 'tutor', count: 1 });
  await openBlock(page, address);
  await page.keyboard.press('b');
  await expect(radio(page, 'B')).toBeChecked();
  const told = 'You ruled out B, which was your answer. Nothing is chosen now.';
  await page.keyboard.press('Shift+B');
  await expect(radio(page, 'B')).not.toBeChecked();
  await expect(page.locator('main').getByText(told)).toBeVisible();
  await expect(page.locator('[aria-live="polite"]').filter({ hasText: told })).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Answer', exact: true })).toBeDisabled();
  await changesSaved(page);
  expect(changesIn(database, id)).toEqual([
    { slot: 0, kind: 'choose', option: 'B' },
    { slot: 0, kind: 'choose', option: null },
    { slot: 0, kind: 'strike', option: 'B', struck: true },
  ]);
  await page.keyboard.press('c');
  await expect(page.locator('main').getByText(told)).toHaveCount(0);
  await page.keyboard.press('Shift+A');
  await expect(page.locator('main').getByText('which was your answer')).toHaveCount(0);
  await expect(radio(page, 'C')).toBeChecked();
});

test('what is highlighted has a ground and a line', async ({ page }) => {
  const { address } = await beginBlock(page, { mode: 'exam', count: 1 });
  await openBlock(page, address);
  const stem = page.locator('main section .prose p').first();
  await stem.evaluate(({ firstChild }) => {
    if (firstChild) window.getSelection()?.setBaseAndExtent(firstChild, 2, firstChild, 14);
  });
  await page.keyboard.press('h');
  await expect(page.getByText('Highlighted.')).toBeAttached();
  const look = await stem.evaluate((element) => {
    const { backgroundColor, textDecorationLine } = getComputedStyle(element, '::highlight(stem)');
    return { backgroundColor, textDecorationLine };
  });
  expect(look.textDecorationLine).toBe('underline');
  expect(look.backgroundColor).not.toBe('rgba(0, 0, 0, 0)');
});

test('on a laptop the bar under a question is one row beside every panel, before the answer and after it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const { address } = await beginBlock(page, { mode: 'tutor', count: 2 });
  await openBlock(page, address);
  const bar = page.getByRole('contentinfo');
  const alone = await heightOf(bar);
  for (const key of ['h', 'r', 'k']) {
    await page.keyboard.press(key);
    await expect(page.locator('[data-panel]')).toBeVisible();
    expect(await heightOf(bar)).toBe(alone);
    expect(await bar.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('a');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Next', exact: true })).toBeVisible();
  await page.keyboard.press('r');
  expect(await heightOf(bar)).toBe(alone);
});

test('the calculator fits a phone of 320 pixels whole, and reads what people type', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  const { address } = await beginBlock(page, { mode: 'exam', count: 1 });
  await openBlock(page, address);
  await page.getByRole('button', { name: 'Calculator' }).click();
  const calculator = page.getByRole('region', { name: 'Calculator' });
  for (const [typed, told] of [
    ['3,5 × 2(3)', '= 21'],
    ['1e+25 × 7', '= 7e+25'],
    ['1 ÷ 3 ÷ 10^100', '= 3.333333333e−101'],
    ['9 9', 'A sign is missing between two numbers.'],
    ['1,250', 'Write thousands without commas.'],
  ] as const) {
    await calculator.getByRole('textbox').fill(typed);
    await expect(calculator.getByText(told, { exact: true })).toBeVisible();
    const cut = await calculator.evaluate((panel) =>
      [panel, ...panel.querySelectorAll('*')]
        .filter((part) => part.clientWidth > 1 && !(part instanceof HTMLInputElement))
        .filter((part) => part.scrollHeight > part.clientHeight || part.scrollWidth > part.clientWidth)
        .filter((part) => getComputedStyle(part).overflowY !== 'visible')
        .map((part) => `${part.tagName} ${part.scrollWidth}×${part.scrollHeight}`),
    );
    expect(cut).toEqual([]);
  }
  const { top, bottom } = await calculator.evaluate((panel) => panel.getBoundingClientRect().toJSON());
  expect(top).toBeGreaterThan(100);
  expect(bottom).toBe(568);
});

async function heightOf(bar: Locator): Promise<number> {
  return (await bar.boundingBox())?.height ?? 0;
}

test('one rule parts the cards behind a case from what follows', async ({ page }) => {
  const { address, items } = await beginBlock(page, { mode: 'tutor', count: 1 });
  await openBlock(page, address);
  await page.keyboard.press(`${items[0]?.right}`.toLowerCase());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Right', exact: true })).toBeVisible();
  const cards = page.getByRole('region', { name: 'The cards behind this' });
  const [under, over] = [
    await cards.getByRole('list').evaluate((list) => getComputedStyle(list).borderBottomWidth),
    await page.locator('main section footer').evaluate((foot) => getComputedStyle(foot).borderTopWidth),
  ];
  expect([under, over]).toEqual(['0px', '1px']);
});

test('the time is put out of sight by Enter on its button too', async ({ page }) => {
  const { address } = await beginBlock(page, { mode: 'exam', count: 1, lastsMs: 30 * 60_000 });
  await openBlock(page, address);
  await pressButton(page, 'Hide the time');
  await expect(page.getByRole('button', { name: 'Show the time' })).toBeFocused();
});

test('Q06: a note that two tabs write at once keeps what each wrote', async ({ page, context, database }) => {
  const { id, address } = await beginBlock(page, { mode: 'exam', count: 1 });
  await openBlock(page, address);
  await page.keyboard.press('o');
  await page.keyboard.type('brow');
  await expect.poll(() => notesIn(database, id)).toContain('brow');
  const other = await context.newPage();
  await openBlock(other, address);
  await other.keyboard.press('o');
  await other.keyboard.type(' spared');
  await expect.poll(() => notesIn(database, id)).toContain('brow spared');
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue('brow spared');
  await page.keyboard.type(', left');
  await expect.poll(() => notesIn(database, id).at(-1)).toBe('brow spared, left');
  await expect(other.getByRole('dialog').getByRole('textbox')).toHaveValue('brow spared, left');
});

function notesIn(database: Parameters<typeof changesIn>[0], id: string): readonly string[] {
  return changesIn(database, id).flatMap(({ kind, text }) => (kind === 'note' ? [text] : []));
}
