import type { Locator, Page } from '@playwright/test';
import { accessibilityProblems, deckFolder, expect, test } from './fixtures';

const FACE = '::widget{name=facial-palsy-face}\n';
const NERVE = '::widget{name=facial-nerve-course}\n';

/** A chapter with these blocks in its notes, published for one test and open on the page. */
async function openChapter(page: Page, slug: string, ...blocks: readonly string[]) {
  const folder = deckFolder(slug);
  expect(folder.publish(...blocks)).toMatchObject({ status: 0 });
  folder.remove();
  await page.goto(`/decks/${slug}`);
}

/** A figure of the notes, once its script has taken it over: before that a press changes nothing that is told. */
async function living(page: Page, name: string): Promise<Locator> {
  const figure = page.getByRole('figure', { name });
  await expect(figure.getByRole('img')).toBeVisible();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('figure input')].every((input) =>
      Object.keys(input).some((key) => key.startsWith('__reactProps')),
    ),
  );
  return figure;
}

function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

test('a reader places a lesion by keyboard and hears what the face does', async ({ page }) => {
  await openChapter(page, 'keyboard-face', FACE);
  const figure = await living(page, 'Place a lesion and watch the face');
  const told = figure.locator('[aria-live="polite"]').first();
  await expect(told).toContainText('Both brows rise: the forehead is spared. The right corner of the mouth');
  await figure.getByRole('radio', { name: 'Motor cortex or corticobulbar tract' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(figure.getByRole('radio', { name: 'Facial nucleus or nerve' })).toBeChecked();
  await expect(told).toContainText('Only the right brow rises. The left half of the forehead stays flat');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowUp');
  await expect(figure.getByRole('radio', { name: 'Right' })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(figure.getByRole('radio', { name: 'Close eyes' })).toBeChecked();
  await expect(told).toContainText('The right eye stays open, and the eyeball rolls up');
  await expect(figure).toContainText('A lesion in the pons');
  await expect(figure.getByRole('img').locator('text', { hasText: 'open' })).toBeVisible();
});

test('a reader moves a lesion along the nerve by keyboard and hears what it takes', async ({ page }) => {
  await openChapter(page, 'keyboard-nerve', NERVE);
  const figure = await living(page, 'Move a lesion along the facial nerve');
  const rail = figure.getByRole('slider', { name: 'Lesion, from the brain outwards' });
  const told = figure.locator('[aria-live="polite"]');
  await rail.focus();
  await expect(rail).toHaveAttribute('aria-valuetext', 'Geniculate ganglion, 5 of 9');
  await page.keyboard.press('ArrowRight');
  await expect(rail).toHaveAttribute('aria-valuetext', 'Between ganglion and nerve to stapedius, 6 of 9');
  await expect(told).toContainText('Kept: tears.');
  await page.keyboard.press('Home');
  await expect(rail).toHaveAttribute('aria-valuetext', 'Above the nucleus, 1 of 9');
  await expect(told).toContainText('The lower face opposite the lesion is weak.');
  await page.keyboard.press('End');
  await expect(told).toContainText('The forehead may be spared.');
  await expect(figure.getByRole('definition').first()).toHaveText('may be flat');
  await expect(figure).toContainText('in Bell palsy itself they mislead');
});

test('a reader drags the lesion along the drawn nerve', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openChapter(page, 'dragged-nerve', NERVE);
  const figure = await living(page, 'Move a lesion along the facial nerve');
  const handle = figure.locator('.widget-handle');
  await handle.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  if (box === null) throw new Error('The lesion is nowhere.');
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 30, box.y + box.height / 2 + 90, { steps: 5 });
  await page.mouse.up();
  const rail = figure.getByRole('slider');
  await expect(rail).toHaveAttribute('aria-valuetext', /stapedius/);
  await page.mouse.move(box.x - 200, box.y);
  await expect(rail).toHaveAttribute('aria-valuetext', /stapedius/);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`both figures fit a small phone and pass axe, in the ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 320, height: 640 });
    await openChapter(page, `phone-${colorScheme}`, FACE, NERVE);
    const figure = await living(page, 'Place a lesion and watch the face');
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
    for (const label of await figure.locator('label').all())
      expect((await label.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect((await page.getByRole('slider').boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await accessibilityProblems(page)).toEqual([]);
    for (const summary of await page.locator('figure summary').all()) await summary.click();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sidewaysOverflow(page)).toBeLessThanOrEqual(0);
  });

test('nothing moves for a reader who asks for less motion, and little for others', async ({ page }) => {
  await openChapter(page, 'motion', NERVE);
  const handle = (await living(page, 'Move a lesion along the facial nerve')).locator('.widget-handle');
  const lasts = () => handle.evaluate((element) => getComputedStyle(element).transitionDuration);
  expect(Number.parseFloat(await lasts())).toBeLessThanOrEqual(0.15);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await lasts()).toBe('0s');
});

test('no element carries a style of its own', async ({ page }) => {
  await openChapter(page, 'styles', FACE, NERVE);
  await living(page, 'Place a lesion and watch the face');
  await expect(page.locator('figure [style]')).toHaveCount(0);
});

test('a chapter fetches the script of a widget only where one stands', async ({ page }) => {
  const scriptsOf = async (slug: string, ...blocks: readonly string[]) => {
    const sources: string[] = [];
    const listen = async (response: import('@playwright/test').Response) => {
      if (response.request().resourceType() === 'script') sources.push(await response.text());
    };
    page.on('response', listen);
    await openChapter(page, slug, ...blocks);
    await page.waitForLoadState('networkidle');
    page.off('response', listen);
    return sources.join('\n');
  };
  expect(await scriptsOf('without-widget', 'Prose.\n')).not.toContain('Jenny and Saper');
  expect(await scriptsOf('with-widget', FACE)).toContain('Jenny and Saper');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a reader has both figures in words', async ({ page }) => {
    await openChapter(page, 'no-script', FACE, NERVE);
    // Not by role or text: Playwright passes over what stands in a <noscript>.
    const instead = page.locator('noscript');
    await expect(instead.locator('p', { hasText: 'It needs JavaScript.' })).toHaveCount(2);
    const row = (name: string) => instead.locator('tr', { has: page.locator('th', { hasText: name }) });
    await expect(row('Closing the eyes')).toBeVisible();
    await expect(row('Closing the eyes')).toContainText('Bell phenomenon');
    await expect(row('Geniculate ganglion')).toContainText('hurt (hyperacusis)');
    await expect(page.getByRole('slider')).toBeHidden();
  });
});
