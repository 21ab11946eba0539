import { expect, startStudying, test } from './fixtures';

test('one click on the landing page begins, and coming back goes on with the same learner', async ({
  page,
}) => {
  await startStudying(page);
  await expect(page.getByRole('heading', { name: '20 cards for today' })).toBeVisible();
  await page.goto('/');
  await page.getByRole('link', { name: 'Continue' }).first().click();
  await expect(page).toHaveURL(/\/today$/);
});

test('today without a learner leads to the landing page', async ({ page }) => {
  await page.goto('/today');
  await expect(page).toHaveURL(/\/$/);
  await page.goto('/review');
  await expect(page.getByRole('button', { name: 'Start studying' }).first()).toBeVisible();
});

test('every deck is listed with its cards, and opens as a chapter with notes and questions', async ({
  page,
}) => {
  await startStudying(page);
  await page.getByRole('link', { name: 'Decks' }).click();
  for (const title of [
    'Lower motor neuron signs',
    'Poliomyelitis',
    'Spinal muscular atrophy',
    'Facial palsy',
  ]) {
    await expect(page.getByRole('link', { name: title }).first()).toBeVisible();
  }
  await page.getByRole('link', { name: 'Lower motor neuron signs' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lower motor neuron signs' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Two neurons in series' })).toBeVisible();
  await page.getByRole('link', { name: 'Study this deck' }).click();
  await expect(page.getByRole('region', { name: 'Question' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a guest can begin and read the decks', async ({ page }) => {
    await startStudying(page);
    await page.getByRole('link', { name: 'Decks' }).click();
    await page.getByRole('link', { name: 'Facial palsy' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Facial palsy' })).toBeVisible();
  });

  test('a deck that is not there is a page that says so and leads on', async ({ page, quiet }) => {
    quiet.expected.push(/404/);
    const reply = await page.goto('/decks/nope');
    expect(reply?.status()).toBe(404);
    expect(new URL(page.url()).pathname).toBe('/decks/nope');
    await expect(page.getByRole('heading', { name: 'There is no page here' })).toBeVisible();
    await page.getByRole('link', { name: 'See the decks' }).click();
    await expect(page.getByRole('link', { name: 'Facial palsy' }).first()).toBeVisible();
  });
});

for (const width of [320, 390]) {
  test(`no chapter scrolls sideways at ${width} px: wide tables scroll in a box of their own`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const deck of ['lmn-signs', 'poliomyelitis', 'spinal-muscular-atrophy', 'facial-palsy']) {
      await page.goto(`/decks/${deck}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), deck).toBeLessThanOrEqual(
        width,
      );
    }
  });
}
