import type { Page } from '@playwright/test';
import {
  beginBlock,
  changesIn,
  changesSaved,
  choiceKept,
  endOf,
  openBlock,
  pressButton,
  radio,
} from './blocks';
import { accessibilityProblems, diskOf, expect, test } from './fixtures';

const WITHOUT_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/;

test('a block in tutor mode from the first key to the last: ruled out, answered, explained, ended', async ({
  page,
  database,
}) => {
  const { id, address, items } = await beginBlock(page, { mode: 'tutor', count: 2 });
  const [first, second] = items;
  await openBlock(page, address);
  expect(await textOf(page)).not.toContain(first?.secrets[0]);

  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Question 1 of 2' })).toBeVisible();
  await page.keyboard.press(`Shift+${first?.right}`);
  await expect(page.getByText(`Option ${first?.right} ruled out.`)).toBeAttached();
  await expect(page.getByRole('button', { name: `Rule out option ${first?.right}` })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press(`${first?.wrong}`.toLowerCase());
  await expect(radio(page, first?.wrong)).toBeChecked();
  await page.keyboard.press('s');
  await expect(page.getByRole('radio', { name: 'Sure' })).toBeChecked();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Wrong' })).toBeFocused();
  await expect(
    page.getByText(`You chose ${first?.wrong}; ${first?.right} is right. You were sure.`),
  ).toBeVisible();
  await expect(page.getByText('Your answer, wrong')).toBeVisible();
  await expect(page.getByText('Right answer', { exact: true })).toBeVisible();
  for (const secret of first?.secrets ?? []) expect(await textOf(page)).toContain(secret);
  await expect(page.getByRole('region', { name: 'Key point' })).toBeVisible();

  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Question 2 of 2' })).toBeFocused();
  await page.keyboard.press(`${second?.right}`.toLowerCase());
  await page.keyboard.press('g');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Right', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'End the block?' })).toBeVisible();
  await pressButton(page, 'End the block');
  await expect(page).toHaveURL(new RegExp(`/quiz/${id}/result$`));
  expect(endOf(database, id).finishedBy).toBe('learner');
  expect(changesIn(database, id).filter(({ kind }) => kind === 'reveal')).toHaveLength(2);
});

test('what is typed into the calculator and a note stays there, and answers nothing', async ({
  page,
  database,
}) => {
  const { id, address } = await beginBlock(page, { mode: 'tutor', count: 2 });
  await openBlock(page, address);
  await page.keyboard.press('b');
  await expect(radio(page, 'B')).toBeChecked();
  await page.keyboard.press('k');
  const calculator = page.getByRole('region', { name: 'Calculator' });
  await expect(calculator.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('12+3');
  await calculator.getByRole('button', { name: '0', exact: true }).click();
  await page.keyboard.type('-4');
  await page.keyboard.press('Enter');
  await expect(calculator.getByRole('textbox')).toHaveValue('38');
  await page.keyboard.press('Escape');
  await expect(calculator).toBeHidden();
  await page.keyboard.press('o');
  await page.keyboard.type('note kept');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Note, written' })).toBeVisible();
  await page.keyboard.press('r');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Question 1 of 2' })).toBeVisible();
  await expect(radio(page, 'B')).toBeChecked();
  await changesSaved(page);
  const kinds = changesIn(database, id).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'choose' || kind === 'reveal')).toEqual(['choose']);
  expect(kinds).toContain('note');
});

test('a block in exam mode by keyboard alone, with every tool; nothing is told before it is handed in', async ({
  page,
  database,
}) => {
  const { id, address, items } = await beginBlock(page, { mode: 'exam', count: 3, lastsMs: 30 * 60_000 });
  await openBlock(page, address);
  await expect(page.getByRole('timer')).toContainText(/(30:00|29:\d\d)/);
  await pressButton(page, 'Hide the time');
  await expect(page.getByRole('timer')).toBeHidden();

  await page.keyboard.press('f');
  await expect(page.getByText('Flagged', { exact: true })).toBeVisible();
  await page.keyboard.press('2');
  await expect(page.getByText('Option B chosen.')).toBeAttached();
  // Enter would else press the button again that was used before.
  await expect(page.getByRole('heading', { name: 'Question 1 of 3' })).toBeFocused();

  await page.keyboard.press('h');
  const highlights = page.getByRole('region', { name: 'Highlights' });
  await expect(highlights).toBeVisible();
  await highlights.getByRole('listitem').first().getByRole('button').press('Enter');
  await expect(highlights.getByRole('listitem').first().getByRole('button')).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('Escape');
  await expect(highlights).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Question 1 of 3' })).toBeFocused();

  await page.keyboard.press('o');
  await page.getByRole('textbox').fill('Look at the jerks again');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Note, written' })).toBeVisible();

  await page.keyboard.press('r');
  await expect(page.getByRole('region', { name: 'Reference ranges' }).getByText('15–45 mg/dL')).toBeVisible();
  await page.keyboard.press('k');
  const calculator = page.getByRole('region', { name: 'Calculator' });
  await calculator.getByRole('textbox').fill('140 - 104 - 24');
  await expect(calculator.getByText('= 12')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { name: 'Question 2 of 3' })).toBeFocused();
  await page.keyboard.press('p');
  await expect(radio(page, 'B')).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press(`${items[2]?.right}`.toLowerCase());
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');

  const navigator = page.getByRole('navigation', { name: 'Questions' });
  await expect(navigator.getByRole('button', { name: 'Question 1, answered, flagged' })).toBeVisible();
  await expect(navigator.getByRole('button', { name: 'Question 2, not answered' })).toBeVisible();
  await expect(navigator.getByRole('button', { name: 'Question 3' })).toHaveAttribute('aria-current', 'true');
  await changesSaved(page);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Hand in the block?' });
  await expect(dialog.getByText('1 not answered')).toBeVisible();
  await expect(dialog.getByText('1 flagged')).toBeVisible();
  expect(endOf(database, id).finishedAt).toBeNull();
  await pressButton(page, 'Hand in', dialog);
  await expect(page).toHaveURL(new RegExp(`/quiz/${id}/result$`));
  expect(endOf(database, id).finishedBy).toBe('learner');
  const done = changesIn(database, id);
  expect(done).toContainEqual({ slot: 0, kind: 'choose', option: 'B' });
  expect(done).toContainEqual({ slot: 0, kind: 'flag', flagged: true });
  expect(done).toContainEqual({ slot: 0, kind: 'note', text: 'Look at the jerks again' });
  expect(done.find(({ kind }) => kind === 'highlight').ranges).toHaveLength(1);
});

test('words of the stem that were selected are highlighted with H, and stay so', async ({ page }) => {
  const { address } = await beginBlock(page, { mode: 'exam', count: 1 });
  await openBlock(page, address);
  await page.getByRole('heading', { name: 'Question 1 of 1' }).evaluate((heading) => {
    const paragraph = heading.parentElement?.querySelector('.prose p')?.firstChild;
    if (paragraph) window.getSelection()?.setBaseAndExtent(paragraph, 2, paragraph, 14);
  });
  await page.keyboard.press('h');
  await expect(page.getByText('Highlighted.')).toBeAttached();
  const marked = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('stem') ?? [])].map((range) => String(range as unknown as Range)),
    );
  const before = await marked();
  expect(before).toHaveLength(1);
  await changesSaved(page);
  await page.reload();
  await expect.poll(marked).toEqual(before);
});

test('options are ruled out by the right mouse button and by their button, and the rest by keys that letters share', async ({
  page,
}) => {
  const { address } = await beginBlock(page, { mode: 'exam', kind: 'match', count: 2 });
  await openBlock(page, address);
  await expect(page.getByText('Questions 1 to 2 share one list of options.')).toBeVisible();
  const ruleOut = (letter: string) => page.getByRole('button', { name: `Rule out option ${letter}` });
  await page
    .getByRole('listitem')
    .filter({ has: ruleOut('A') })
    .click({ button: 'right' });
  await expect(ruleOut('A')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Shift+F');
  await expect(ruleOut('F')).toHaveAttribute('aria-pressed', 'true');
  await ruleOut('F').click();
  await expect(ruleOut('F')).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('f');
  await expect(page.getByText('Flagged', { exact: true })).toBeVisible();
});

test('Q03: the last choice is there when the browser was killed right after it', async ({
  page,
  context,
  database,
}) => {
  const { id, address } = await beginBlock(page, { mode: 'exam', count: 2 });
  await openBlock(page, address);
  await page.keyboard.press('a');
  await changesSaved(page);
  await page.keyboard.press('c');
  await expect(radio(page, 'C')).toBeChecked();
  // Reading the disk waits for what is being written.
  await diskOf(page, 'quizChanges');
  await page.close({ runBeforeUnload: false });
  const next = await context.newPage();
  await openBlock(next, `${address}#1`);
  await expect(radio(next, 'C')).toBeChecked();
  await changesSaved(next);
  await expect
    .poll(() =>
      changesIn(database, id)
        .filter(({ kind }) => kind === 'choose')
        .map(({ option }) => option),
    )
    .toEqual(['A', 'C']);
});

test('Q04: without a network nothing is lost, it is said so, and all is sent when it is back', async ({
  page,
  context,
  database,
  quiet,
}) => {
  quiet.expected.push(WITHOUT_NETWORK);
  const { id, address } = await beginBlock(page, { mode: 'exam', count: 3 });
  await openBlock(page, address);
  await context.setOffline(true);
  for (const key of ['a', 'n', 'b', 'f', 'n', 'c']) await page.keyboard.press(key);
  await expect(page.getByText('Your answers are kept on this device')).toBeVisible();
  await expect(page.getByText('Not yet saved').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await pressButton(page, 'Hand in', page.getByRole('dialog'));
  await expect(page.getByRole('heading', { name: 'Handing in…' })).toBeVisible();
  expect(changesIn(database, id)).toEqual([]);
  await context.setOffline(false);
  await expect(page).toHaveURL(new RegExp(`/quiz/${id}/result$`));
  expect(changesIn(database, id)).toEqual([
    { slot: 0, kind: 'choose', option: 'A' },
    { slot: 1, kind: 'choose', option: 'B' },
    { slot: 1, kind: 'flag', flagged: true },
    { slot: 2, kind: 'choose', option: 'C' },
  ]);
  expect(endOf(database, id).finishedBy).toBe('learner');
});

test('a block is taken up without a network where it was left, after a reload', async ({
  page,
  context,
  database,
  quiet,
}) => {
  test.setTimeout(60_000);
  quiet.expected.push(WITHOUT_NETWORK);
  const { id, address } = await beginBlock(page, { mode: 'exam', count: 2 });
  await openBlock(page, address);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.keyboard.press('b');
  await changesSaved(page);
  await context.setOffline(true);
  await page.keyboard.press('d');
  await choiceKept(page, 'D');
  await page.reload();
  await expect(page.getByRole('heading', { name: /^Question \d of 2/ })).toBeVisible();
  await page.goto(`${address}#1`);
  await expect(radio(page, 'D')).toBeChecked();
  await page.keyboard.press('n');
  await page.keyboard.press('a');
  await context.setOffline(false);
  await changesSaved(page);
  expect(changesIn(database, id).map(({ option }) => option)).toEqual(['B', 'D', 'A']);
});

test('Q06: two tabs agree while both work, and the one is told when the other hands in', async ({
  page,
  context,
  database,
}) => {
  const { id, address } = await beginBlock(page, { mode: 'exam', count: 2 });
  await openBlock(page, `${address}#1`);
  const other = await context.newPage();
  await openBlock(other, `${address}#1`);
  await page.keyboard.press('a');
  await expect(radio(other, 'A')).toBeChecked();
  await expect(other.getByText('Changed in another tab or on another device:')).toBeVisible();
  await other.keyboard.press('b');
  await expect(radio(page, 'B')).toBeChecked();
  await pressButton(page, 'Hand in');
  await pressButton(page, 'Hand in', page.getByRole('dialog'));
  await expect(page).toHaveURL(new RegExp(`/quiz/${id}/result$`));
  await expect(other.getByRole('heading', { name: 'Handed in' })).toBeVisible();
  await expect(other.getByText('handed in from another tab or another device')).toBeVisible();
  await expect(other.getByRole('link', { name: 'See the result' })).toHaveAttribute(
    'href',
    `/quiz/${id}/result`,
  );
  expect(endOf(database, id).finishedBy).toBe('learner');
});

for (const hours of [-3, 3]) {
  test(`Q07: a device whose clock is ${hours} hours off shows the server’s time, and the block ends by it`, async ({
    page,
    database,
  }) => {
    test.setTimeout(60_000);
    const { id, address } = await beginBlock(page, { mode: 'exam', count: 2, lastsMs: 12_000 });
    await page.clock.install({ time: Date.now() + hours * 3_600_000 });
    await openBlock(page, address);
    await expect(page.getByRole('timer')).toContainText(/Time left: 0:(0\d|1[0-2])/);
    await page.keyboard.press('a');
    await expect(page).toHaveURL(new RegExp(`/quiz/${id}/result$`), { timeout: 30_000 });
    expect(changesIn(database, id)).toEqual([{ slot: 0, kind: 'choose', option: 'A' }]);
    expect(endOf(database, id).finishedAt).not.toBeNull();
  });
}

test('Q12: no reply of an exam tells a rationale, a key point or the key before it is handed in', async ({
  page,
}) => {
  const { address, items } = await beginBlock(page, { mode: 'exam', count: 4 });
  const secrets = items.flatMap((item) => item.secrets);
  expect(secrets.length).toBeGreaterThanOrEqual(20);
  const bodies: Promise<Readonly<{ url: string; body: string }>>[] = [];
  page.on('response', (response) => {
    const body = response.text().catch(() => '');
    bodies.push(body.then((text) => ({ url: response.url(), body: text })));
  });
  await openBlock(page, address);
  for (let question = 0; question < 4; question += 1) {
    for (const key of ['a', 'c', 's', 'n']) await page.keyboard.press(key);
  }
  await changesSaved(page);
  await page.reload();
  await openBlock(page, address);
  const read = await Promise.all(bodies);
  expect(read.filter(({ url }) => url.includes('/changes')).length).toBeGreaterThan(0);
  const telling = read.flatMap(({ url, body }) =>
    [...secrets, 'isKey', 'clues']
      .filter((secret) => body.includes(secret) && !url.includes('/_next/static/'))
      .map((secret) => ({ url, secret })),
  );
  expect(telling).toEqual([]);
});

test('Q12: in tutor mode a reply tells of the question that was answered and of no other', async ({
  page,
}) => {
  const { address, items } = await beginBlock(page, { mode: 'tutor', count: 3 });
  await openBlock(page, address);
  const reply = page.waitForResponse(
    async (response) =>
      response.url().endsWith('/changes') && (await response.text()).includes('rationaleHtml'),
  );
  await page.keyboard.press('a');
  await page.keyboard.press('Enter');
  const body = await (await reply).text();
  for (const secret of items[0]?.secrets ?? []) expect(body).toContain(secret);
  for (const secret of items.slice(1).flatMap((item) => item.secrets)) expect(body).not.toContain(secret);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing wrong with a question, its tools, its explanation and the last dialog', async ({
      page,
    }) => {
      test.setTimeout(60_000);
      // As high as the question: axe calls a button too small that a bar stands half over, though it can be scrolled.
      await page.setViewportSize({ width: 1280, height: 2400 });
      const { address } = await beginBlock(page, { mode: 'tutor', count: 2, lastsMs: 30 * 60_000 });
      await openBlock(page, address);
      for (const key of ['f', 'Shift+B', 'a', 's']) await page.keyboard.press(key);
      expect(await accessibilityProblems(page)).toEqual([]);
      for (const key of ['h', 'r', 'k']) {
        await page.keyboard.press(key);
        expect(await accessibilityProblems(page)).toEqual([]);
        await page.keyboard.press('Escape');
      }
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: /^(Right|Wrong)$/ })).toBeVisible();
      expect(await accessibilityProblems(page)).toEqual([]);
      await pressButton(page, 'End block');
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await accessibilityProblems(page)).toEqual([]);
    });
  });
}

test('on a phone of 320 pixels nothing is wider than the screen, and every control is large enough', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const { address } = await beginBlock(page, { mode: 'tutor', count: 2, lastsMs: 90 * 60_000 });
  await openBlock(page, address);
  expect(await tooWide(page)).toBe(0);
  const small = await page
    .locator('main button:visible, footer button:visible, header button:visible')
    .evaluateAll(
      (buttons) =>
        buttons
          .map((button) => button.getBoundingClientRect())
          .filter(({ width, height }) => width < 44 || height < 44).length,
    );
  expect(small).toBe(0);
  for (const tool of ['Highlight', 'Reference ranges', 'Calculator']) {
    await page.getByRole('button', { name: tool }).click();
    await expect(page.getByRole('region', { name: tool })).toBeVisible();
    expect(await tooWide(page)).toBe(0);
    await page
      .getByRole('region', { name: tool })
      .getByRole('button', { name: 'Close', exact: true })
      .click();
  }
  await page.getByRole('button', { name: 'all questions' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Question 2, not answered' }).click();
  await expect(page.getByRole('heading', { name: 'Question 2 of 2' })).toBeVisible();
  await page
    .locator('label')
    .filter({ has: radio(page, 'A') })
    .click();
  await page.getByRole('button', { name: 'Answer' }).click();
  await expect(page.getByRole('heading', { name: /^(Right|Wrong)$/ })).toBeVisible();
  expect(await tooWide(page)).toBe(0);
});

function textOf(page: Page): Promise<string> {
  return page.locator('main').innerText();
}

function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}
