import type { Page } from '@playwright/test';
import { accessibilityProblems, deckFolder, expect, openReview, qa, startStudying, test } from './fixtures';

type Visit = (page: Page) => Promise<unknown>;

/** Every page, and every state of a page that looks different. */
const PLACES: Readonly<Record<string, Visit>> = {
  'the landing page of a newcomer': (page) => page.goto('/'),
  'the landing page of a learner': async (page) => {
    await startStudying(page);
    await page.goto('/');
  },
  today: startStudying,
  'the list of decks': async (page) => {
    await startStudying(page);
    await page.goto('/decks');
  },
  'a chapter': async (page) => {
    await startStudying(page);
    await page.goto('/decks/facial-palsy');
  },
  'a question': question,
  'an answer': async (page) => {
    await question(page);
    await page.keyboard.press('Space');
    await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
  },
  'a question to be answered in writing': async (page) => {
    const folder = deckFolder('writing');
    const published = folder.publish(
      qa('nerve', 'Which nerve moves the face?', 'The facial nerve').replace(' obj=', ' type=in obj='),
    );
    folder.remove();
    expect(published.status).toBe(0);
    await startStudying(page);
    await openReview(page, '/review?deck=writing');
    await expect(page.getByRole('textbox')).toBeVisible();
  },
  'the keys': async (page) => {
    await question(page);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'the end of a sitting': sittingDone,
  'today when all is done': async (page) => {
    await sittingDone(page);
    await page.goto('/today');
  },
  'a page that does not exist': (page) => page.goto('/nowhere'),
};

async function question(page: Page): Promise<void> {
  await startStudying(page);
  await openReview(page);
}

async function sittingDone(page: Page): Promise<void> {
  await question(page);
  for (let card = 0; card < 20; card += 1) {
    await page.keyboard.press('Enter');
    await page.keyboard.press('4');
  }
  await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });
    for (const [name, visit] of Object.entries(PLACES)) {
      test(`axe finds nothing wrong with ${name}`, async ({ page, quiet }) => {
        if (name.includes('does not exist')) quiet.expected.push(/404/);
        await visit(page);
        expect(await accessibilityProblems(page)).toEqual([]);
      });
    }
  });
}
