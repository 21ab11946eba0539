import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import Database from 'better-sqlite3';

const ROOT = path.resolve(import.meta.dirname, '..');
const DATABASE = path.join(process.env.THROWAWAY_FOLDER ?? '', 'throwaway.db');

type Fixtures = {
  /** Fails the test when a page complained: a script error, a blocked script, a missing file. */
  quiet: { expected: RegExp[] };
  database: Database.Database;
};

export const test = base.extend<Fixtures>({
  quiet: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      const quiet = { expected: [] as RegExp[] };
      page.on('console', (message) => {
        if (message.type() !== 'error' && message.type() !== 'warning') return;
        complaints.push(`${message.text()} ${message.location().url}`);
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await use(quiet);
      expect(complaints.filter((text) => !quiet.expected.some((known) => known.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
  database: async ({}, use) => {
    const database = new Database(DATABASE, { readonly: true });
    await use(database);
    database.close();
  },
});

export { expect };

/** Becomes a guest by the one click. */
export async function startStudying(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Start studying' }).first().click();
  await expect(page).toHaveURL(/\/today$/);
}

/** Opens a review and waits until the page answers to keys: before React has taken over, a press is lost. */
export async function openReview(page: Page, address = '/review'): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('region', { name: 'Question' })).toBeVisible();
  await takenOver(page);
}

/** Waits until React has taken over the page that the server rendered. */
export async function takenOver(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactFiber')),
  );
}

/** The learner behind this browser's cookie. */
export async function learnerOf(page: Page): Promise<string> {
  const reply = await page.request.get('/api/sitting');
  return (await reply.json()).sitting.learnerId;
}

/** Waits until the device keeps no answer that the server has not acknowledged: neither in memory nor on its disk. */
export async function allSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-unsaved]')).toHaveAttribute('data-unsaved', '0');
  await expect
    .poll(async () => (await rowsOnDisk(page)).filter(({ status }) => status === 'pending'))
    .toEqual([]);
}

export type RowOnDisk = Readonly<{ learnerId: string; id: string; status: string }>;

/** Every answer on the device's disk, whoever gave it, with what became of it. */
export async function rowsOnDisk(page: Page): Promise<readonly RowOnDisk[]> {
  const rows = (await diskOf(page, 'outbox')) as readonly RowOnDisk[];
  return rows.map(({ learnerId, id, status }) => ({ learnerId, id, status }));
}

/** All rows of a store of the device's own database, once what was begun before is written. */
export function diskOf(page: Page, store: 'outbox' | 'quizChanges'): Promise<readonly unknown[]> {
  return page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('hornbook');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const rows = opening.result.transaction(name).objectStore(name).getAll();
          rows.onerror = () => reject(rows.error);
          rows.onsuccess = () => {
            opening.result.close();
            resolve(rows.result);
          };
        };
      }),
    store,
  );
}

/** The kinds and grades in a learner's log, in the order in which the server filed them. */
export function logOf(database: Database.Database, learnerId: string): readonly LoggedEvent[] {
  return database
    .prepare('SELECT "kind", "grade", "cardUid" FROM "ReviewEvent" WHERE "learnerId" = ? ORDER BY "seq"')
    .all(learnerId) as LoggedEvent[];
}

export type LoggedEvent = Readonly<{ kind: string; grade: number | null; cardUid: string }>;

/** What is wrong with the page for people who use assistive technology, by axe's WCAG 2.2 AA rules. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** Runs a command of the house on the database of the tests. */
export function hornbook(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'scripts/hornbook.mjs'), ...words],
    { encoding: 'utf8', env: { ...process.env, DATABASE_URL: `file:${DATABASE}` } },
  );
  return { status, stdout, stderr };
}

/**
 * A folder with one deck of these units, deleted after the test; `publish` shows it to learners. `more` are further
 * lines of its front matter.
 */
export function deckFolder(slug: string, more = '') {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hornbook-deck-'));
  const file = path.join(folder, slug, 'deck.md');
  fs.mkdirSync(path.dirname(file));
  return {
    /** Puts a file into the deck's media. */
    addMedia(name: string, content: string | Buffer) {
      const target = path.join(path.dirname(file), 'media', name);
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, content);
    },
    publish(...units: readonly string[]) {
      const head = `---\ndeck: ${slug}\ntitle: ${slug}\ndescription: Made by a test\nlanguage: en
objectives:\n  T1: { text: Tell the lesions apart, bloom: apply }
sources:\n  book: { title: A textbook, year: 2019, tag: V }\n${more}---\n\n## Signs {#signs}\n\nProse.\n\n`;
      fs.writeFileSync(file, head + units.join('\n'));
      return hornbook('content', 'publish', folder);
    },
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

/** A question with its answer, in the authoring format. */
export function qa(id: string, question: string, answer: string): string {
  return `:::qa{#${id} obj=T1 src=book}\n${question}\n\n---\n\n${answer}\n:::\n`;
}
