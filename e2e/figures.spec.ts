import type { Page } from '@playwright/test';
import { accessibilityProblems, deckFolder, expect, openReview, startStudying, test } from './fixtures';

const NERVE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400">
  <desc>A trunk with two branches, temporal and buccal.</desc>
  <defs><linearGradient id="shade"><stop offset="0" stop-color="var(--fig-lmn)"/></linearGradient></defs>
  <path d="M40 200 H300" stroke="url(#shade)" stroke-width="10"/>
  <g id="temporal"><path d="M300 200 C400 100 500 80 520 80" fill="none" stroke="var(--fig-lmn)" stroke-width="8"/><text x="540" y="90" font-size="36">Temporal</text></g>
  <g id="buccal"><path d="M300 200 H520" fill="none" stroke="var(--fig-lmn)" stroke-width="8"/><text x="540" y="212" font-size="36">Buccal</text></g>
</svg>`;
/** A PNG of 2 × 1 pixels. */
const FACE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8DwHwwBABHwAv4nZJ1sAAAAAElFTkSuQmCC',
  'base64',
);
const FIGURE = `:::figure{#nerve obj=T1 src=book}
![Branches of a nerve](media/nerve.svg)

| Mask | Label |
|---|---|
| \`#temporal\` | Temporal |
| \`#buccal\` | Buccal |
:::
`;
const TABLE = `:::table{#tone obj=T1 src=book}
| Sign | UMN | LMN |
|---|---|---|
| Tone | Increased | Decreased |
:::
`;
const PICTURES = '![A face](media/face.png)\n\n![The upper branch](media/nerve.svg#temporal)\n';

/** A deck with media, published for one test. */
function published(slug: string, ...blocks: readonly string[]) {
  const folder = deckFolder(slug);
  folder.addMedia('nerve.svg', NERVE);
  folder.addMedia('face.png', FACE);
  expect(folder.publish(...blocks)).toMatchObject({ status: 0 });
  return folder;
}

function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

for (const colorScheme of ['light', 'dark'] as const)
  test(`a learner is asked a part of a drawing on a small phone, in the ${colorScheme}`, async ({ page }) => {
    const folder = published(`figure-${colorScheme}`, FIGURE);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    await startStudying(page);
    await openReview(page, `/review?deck=figure-${colorScheme}`);
    const question = page.getByRole('region', { name: 'Question' });
    await expect(question.getByRole('img', { name: 'Branches of a nerve' })).toBeVisible();
    await expect(question.locator('[data-mark="asked"]')).toHaveAttribute('id', 'front-1_temporal');
    await expect(question.locator('.figure-question text')).toHaveText('?');
    await expect(question).not.toContainText('Temporal');
    await expect(question).toContainText('Buccal');
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.screenshot({ path: test.info().outputPath('front.png') });

    await page.keyboard.press('Space');
    const answer = page.getByRole('region', { name: 'Answer' });
    await expect(answer.locator('.figure-answer')).toHaveText('Temporal');
    await expect(answer.locator('[data-mark="lit"]')).toHaveAttribute('id', 'back-1_temporal');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.screenshot({ path: test.info().outputPath('back.png') });
    folder.remove();
  });

test('what is asked of a drawing is repainted, and nothing else', async ({ page }) => {
  const folder = published('repainted', FIGURE);
  await startStudying(page);
  await openReview(page, '/review?deck=repainted');
  const strokeOf = (id: string) =>
    page
      .locator(`[id="front-1_${id}"] path`)
      .evaluate((path) => [getComputedStyle(path).stroke, getComputedStyle(path).strokeDasharray]);
  const [asked, other] = [await strokeOf('temporal'), await strokeOf('buccal')];
  expect(asked[0]).not.toBe(other[0]);
  expect(asked[1]).not.toBe('none');
  expect(other[1]).toBe('none');
  folder.remove();
});

test('a learner is asked a cell of a table and sees it in its table', async ({ page }) => {
  const folder = published('table', TABLE);
  await page.setViewportSize({ width: 320, height: 640 });
  await startStudying(page);
  await openReview(page, '/review?deck=table');
  const question = page.getByRole('region', { name: 'Question' });
  await expect(question.getByRole('rowheader')).toHaveText('Tone');
  await expect(question.getByRole('img', { name: 'asked' })).toBeVisible();
  await expect(question).not.toContainText('Increased');
  await page.keyboard.press('Space');
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(answer.locator('.cell-asked mark')).toHaveText('Increased');
  await expect(answer).toContainText('Decreased');
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  expect(await accessibilityProblems(page)).toEqual([]);
  folder.remove();
});

test('a bitmap comes by its hash, to be kept for ever, and can do nothing by itself', async ({ page }) => {
  const folder = published('pictures', PICTURES);
  await page.goto('/decks/pictures');
  const face = page.getByRole('img', { name: 'A face' });
  await expect(face).toHaveJSProperty('naturalWidth', 2);
  await expect(page.locator('[data-mark="lit"]')).toHaveAttribute('id', 'notes-1_temporal');
  const address = (await face.getAttribute('src')) ?? '';
  const reply = await page.request.get(address);
  expect(reply.headers()).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': `default-src 'none'; sandbox; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
  });
  expect(Buffer.compare(await reply.body(), FACE)).toBe(0);
  for (const wrong of [
    address.replace(/[0-9a-f]{6}\./, '000000.'),
    '/media/pictures/face.png',
    '/media/..%2fsecret',
  ])
    expect((await page.request.get(wrong)).status()).toBe(404);
  folder.remove();
});

test('a formula wider than a small phone scrolls by itself, wherever it stands', async ({ page }) => {
  const sum = Array.from({ length: 12 }, (_, index) => `\\frac{V_{${index}}}{C_{${index}}}`).join(' + ');
  const folder = published(
    'wide-formula',
    `$$\n${sum}\n$$\n\nInline $$${sum}$$ too.\n\n- First $$${sum}$$\n- Second\n`,
  );
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/decks/wide-formula');
  await expect(page.locator('math')).toHaveCount(3);
  await page.screenshot({ path: test.info().outputPath('wide-formula.png'), fullPage: true });
  expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  for (const formula of await page.locator('math').all()) {
    const scroller = await formula.evaluate((math) => {
      let box: Element | null = math;
      while (box !== null && box.scrollWidth <= box.clientWidth) box = box.parentElement;
      return box === null ? '' : `${box.localName} ${getComputedStyle(box).overflowX}`;
    });
    expect(scroller).toMatch(/^(math|p|li) auto$/);
  }
  folder.remove();
});
