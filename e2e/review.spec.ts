import type { Locator, Page } from '@playwright/test';
import {
  allSaved,
  deckFolder,
  expect,
  learnerOf,
  logOf,
  openReview,
  qa,
  startStudying,
  takenOver,
  test,
} from './fixtures';

test('a guest reviews a whole sitting with the keyboard alone, and every answer is in the database', async ({
  page,
  database,
}) => {
  test.setTimeout(90_000);
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: /skip/i })).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Start studying' }).first());
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/today$/);
  await tabTo(page, page.getByRole('link', { name: 'Study now' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/review/);
  await takenOver(page);

  const given: number[] = [];
  const done = page.getByRole('heading', { name: 'Done for now' });
  const grades = [4, 3, 1, 2, 4, 4];
  while (given.length < 100 && !(await done.isVisible())) {
    await expect(page.getByRole('region', { name: 'Question' })).toBeVisible();
    // Where the answer is to be typed, Space is a letter; Enter shows the answer everywhere.
    await page.keyboard.press((await page.getByRole('textbox').isVisible()) ? 'Enter' : 'Space');
    await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
    const grade = given.length < 20 ? (grades[given.length % grades.length] ?? 4) : 4;
    await page.keyboard.press(`${grade}`);
    given.push(grade);
    await expect(page.getByRole('region', { name: 'Answer' })).toBeHidden();
  }
  await expect(done).toBeVisible();
  await expect(page.getByRole('main').getByText(`${given.length} answers in`)).toBeVisible();

  await allSaved(page);
  const log = logOf(database, await learnerOf(page));
  expect(log.map(({ grade }) => grade)).toEqual(given);
  await page.goto('/today');
  await expect(page.getByText(`${given.length} answers`)).toBeVisible();
});

test('what a grade button says is what happens', async ({ page, database }) => {
  await startStudying(page);
  await openReview(page);
  await page.keyboard.press('Space');
  const easy = page.getByRole('button', { name: /^Easy, returns in \d+ days?$/ });
  const days = Number(/\d+/.exec((await easy.getAttribute('aria-label')) ?? '')?.[0]);
  await easy.click();
  await allSaved(page);
  const state = database
    .prepare('SELECT "intervalDays" AS days FROM "CardState" WHERE "learnerId" = ?')
    .get(await learnerOf(page));
  expect(state).toEqual({ days });
});

test('a learner undoes several answers, also after the last card, and each undo is an entry in the log', async ({
  page,
  database,
}) => {
  await startStudying(page);
  await openReview(page);
  const question = page.getByRole('region', { name: 'Question' });
  const first = await question.innerText();
  for (let card = 0; card < 20; card += 1) {
    await page.keyboard.press('Enter');
    await page.keyboard.press('4');
  }
  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible();
  for (let step = 0; step < 20; step += 1) await page.keyboard.press('z');
  await expect(question).toHaveText(first);
  await allSaved(page);
  const learnerId = await learnerOf(page);
  expect(logOf(database, learnerId).filter(({ kind }) => kind === 'void')).toHaveLength(20);
  const states = database
    .prepare('SELECT DISTINCT "phase" FROM "CardState" WHERE "learnerId" = ?')
    .all(learnerId);
  expect(states).toEqual([{ phase: 'new' }]);
});

test('the next card does not wait for the network, and answers given without one are kept and sent later', async ({
  page,
  database,
  quiet,
}) => {
  quiet.expected.push(/ERR_FAILED/);
  await startStudying(page);
  await openReview(page);
  await page.route('**/api/reviews', (route) => route.abort());
  const question = page.getByRole('region', { name: 'Question' });
  const seen = new Set<string>();
  for (let card = 0; card < 4; card += 1) {
    seen.add(await question.innerText());
    await page.keyboard.press('Enter');
    await page.keyboard.press('4');
  }
  expect(seen.size).toBe(4);
  await expect(page.getByText('4 answers not yet saved')).toBeVisible();

  await page.unroute('**/api/reviews');
  page.on('dialog', (dialog) => dialog.accept());
  await page.reload();
  await allSaved(page);
  expect(logOf(database, await learnerOf(page))).toHaveLength(4);
});

test('R11 an answer whose reply was lost is sent again and counted once', async ({
  page,
  database,
  quiet,
}) => {
  quiet.expected.push(/ERR_FAILED/);
  await startStudying(page);
  await openReview(page);
  let lost = 0;
  await page.route('**/api/reviews', async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await page.keyboard.press('Space');
  await page.keyboard.press('3');
  await allSaved(page);
  expect(lost).toBe(1);
  expect(logOf(database, await learnerOf(page))).toHaveLength(1);
});

test('R16 two presses within a blink are one answer', async ({ page, database }) => {
  await startStudying(page);
  await openReview(page);
  await page.keyboard.press('Space');
  const good = page.getByRole('button', { name: /^Good/ });
  await good.evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await allSaved(page);
  expect(logOf(database, await learnerOf(page))).toHaveLength(1);
});

test('going back to today counts the answers given since', async ({ page }) => {
  await startStudying(page);
  const heading = page.getByRole('heading', { name: /\d+ cards .* today/ });
  const before = Number.parseInt(await heading.innerText(), 10);
  await page.getByRole('link', { name: 'Study now' }).click();
  await expect(page.getByRole('region', { name: 'Question' })).toBeVisible();
  await takenOver(page);
  for (let given = 0; given < 3; given += 1) await answerEasy(page);
  await allSaved(page);
  await page.goBack();
  await expect(page).toHaveURL(/\/today$/);
  await expect(page.getByText('3 answers')).toBeVisible();
  await expect(heading).toHaveText(`${before - 3} cards left today`);
});

test('of two tabs with the same sitting, what is answered in one is not asked in the other', async ({
  page,
  context,
  database,
}) => {
  await startStudying(page);
  const other = await context.newPage();
  await openReview(page);
  await openReview(other);
  const question = other.getByRole('region', { name: 'Question' });
  const first = await question.innerText();
  await answerEasy(page);
  await answerEasy(page);
  const third = await page.getByRole('region', { name: 'Question' }).innerText();
  await other.bringToFront();
  await expect(question).not.toHaveText(first);
  await expect(other.getByText('Answered in another tab', { exact: true })).toBeVisible();
  expect(await question.innerText()).toBe(third);
  await answerEasy(other);
  await allSaved(page);
  await allSaved(other);
  const log = logOf(database, await learnerOf(page));
  expect(log).toHaveLength(3);
  expect(new Set(log.map(({ cardUid }) => cardUid)).size).toBe(3);
});

test('a click on “Show answer” counts at once, but for one that may belong to a double click on a grade', async ({
  page,
}) => {
  await startStudying(page);
  await takenOver(page);
  // Clicks every such button the moment it stands there: no hand is as fast.
  await page.evaluate(() => {
    let last: Element | undefined;
    new MutationObserver(() => {
      const button = [...document.querySelectorAll('button')].find(({ innerText }) =>
        innerText.startsWith('Show answer'),
      );
      if (button === undefined || button === last) return;
      last = button;
      document.body.dataset.clicks = `${Number(document.body.dataset.clicks ?? 0) + 1}`;
      button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
    }).observe(document.body, { childList: true, subtree: true });
  });
  const answer = page.getByRole('region', { name: 'Answer' });
  await page.getByRole('link', { name: 'Study now' }).click();
  await expect(answer).toBeVisible();
  await expect(page.locator('body')).toHaveAttribute('data-clicks', '1');
  await page.keyboard.press('4');
  await expect(page.locator('body')).toHaveAttribute('data-clicks', '2');
  await expect(page.getByRole('region', { name: 'Question' })).toBeVisible();
  await expect(answer).toBeHidden();
});

test('a sitting that ends before its deck does says that neighbours of what was asked rest', async ({
  page,
}) => {
  const folder = deckFolder('neighbours');
  const table = '| Sign | UMN | LMN |\n|---|---|---|\n| Tone | Increased | Decreased |\n';
  folder.publish(`:::table{#tone obj=T1 src=book}\n${table}:::\n`);
  await startStudying(page);
  await openReview(page, '/review?deck=neighbours');
  await answerEasy(page);
  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible();
  await expect(
    page.getByRole('main').getByText('1 card rests until tomorrow: its neighbour was asked today.'),
  ).toBeVisible();
  folder.remove();
});

test('a suspended card is not asked until it is resumed from its chapter', async ({ page, database }) => {
  await startStudying(page);
  await openReview(page, '/review?deck=poliomyelitis');
  const question = await page.getByRole('region', { name: 'Question' }).innerText();
  await page.keyboard.press('s');
  await expect(page.getByRole('region', { name: 'Question' })).not.toHaveText(question);
  await allSaved(page);
  await page.goto('/decks/poliomyelitis');
  await takenOver(page);
  await page.getByRole('button', { name: /^Resume/ }).click();
  await expect(page.getByText('Back in the queue')).toBeVisible();
  await allSaved(page);
  expect(logOf(database, await learnerOf(page)).map(({ kind }) => kind)).toEqual(['suspend', 'resume']);
  await page.goto('/review?deck=poliomyelitis');
  await expect(page.getByRole('region', { name: 'Question' })).toHaveText(question);
});

test('a card that asks to type holds what was written against the answer, and keys are letters meanwhile', async ({
  page,
}) => {
  const folder = deckFolder('typed');
  const ask = (id: string, question: string) =>
    qa(id, question, 'The facial nerve').replace(' obj=', ' type=in accept="cn vii" obj=');
  const published = folder.publish(
    ask('first', 'Which nerve moves the face?'),
    ask('second', 'What runs through the stylomastoid foramen?'),
  );
  expect(published.status).toBe(0);
  folder.remove();
  await startStudying(page);
  await openReview(page, '/review?deck=typed');
  for (const [written, verdict] of [
    ['CN VII', 'You wrote, rightly,'],
    ['zygomatic', 'You wrote'],
  ] as const) {
    await page.getByRole('textbox', { name: 'Your answer' }).fill(written);
    await page.keyboard.press('Enter');
    const answer = page.getByRole('region', { name: 'Answer' });
    await expect(answer).toContainText('The facial nerve');
    await expect(answer.getByText(verdict, { exact: true })).toBeVisible();
    await page.keyboard.press('4');
  }
  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a tap on the card shows the answer and a tap on a grade brings the next card', async ({
    page,
    database,
  }) => {
    await startStudying(page);
    await openReview(page);
    const question = page.getByRole('region', { name: 'Question' });
    const first = await question.innerText();
    await question.tap();
    const good = page.getByRole('button', { name: /^Good, returns in 10 minutes$/ });
    const box = await good.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(844 - 120);
    await good.tap();
    await expect(question).not.toHaveText(first);
    await allSaved(page);
    expect(logOf(database, await learnerOf(page))).toHaveLength(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

/** Shows the answer and calls it easy. */
async function answerEasy(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
  await page.keyboard.press('4');
  await expect(page.getByRole('region', { name: 'Answer' })).toBeHidden();
}

/** Presses Tab until the control has the focus, as somebody without a pointer would. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  const isFocused = () => control.evaluate((element) => element === document.activeElement);
  for (let tabs = 0; tabs < 15 && !(await isFocused()); tabs += 1) await page.keyboard.press('Tab');
  await expect(control).toBeFocused();
}
