import path from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { v4, v7 } from 'uuid';
import { diskOf, expect, learnerOf, startStudying, takenOver } from './fixtures';

const DATABASE = path.join(process.env.THROWAWAY_FOLDER ?? '', 'throwaway.db');

/** An item of a block as a test knows it: which letter is right, and what may not be told before. */
export type KnownItem = Readonly<{
  kind: 'vignette' | 'match';
  right: string;
  wrong: string;
  /** Words of its rationales and of its key point: none may reach a browser before the answer. */
  secrets: readonly string[];
}>;

export type BlockChoice = Readonly<{
  mode: 'tutor' | 'exam';
  deck?: string;
  kind?: 'vignette' | 'match';
  count?: number;
  /** How long it may take from now on. Milliseconds. */
  lastsMs?: number;
}>;

/** Becomes a guest and puts a block of the published library before them, as the server would have begun it. */
export async function beginBlock(page: Page, choice: BlockChoice) {
  await startStudying(page);
  const learnerId = await learnerOf(page);
  const { mode, deck = 'poliomyelitis', kind = 'vignette', count = 3, lastsMs } = choice;
  const database = new Database(DATABASE, { timeout: 10_000 });
  const rows = database
    .prepare(
      `SELECT i."uid", i."version", v."body" FROM "Item" AS i JOIN "Deck" AS d ON d."id" = i."deckId"
       JOIN "ItemVersion" AS v ON v."itemUid" = i."uid" AND v."version" = i."version"
       WHERE d."slug" = ? AND i."kind" = ? AND i."retiredAt" IS NULL GROUP BY i."conceptUid" ORDER BY i."position" LIMIT ?`,
    )
    .all(deck, kind, count) as { uid: string; version: number; body: string }[];
  expect(rows).toHaveLength(count);
  const id = v7();
  const now = Date.now();
  database.transaction(() => {
    database
      .prepare(
        `INSERT INTO "Attempt" ("id", "learnerId", "purpose", "mode", "timing", "latePolicy", "startedAt", "deadlineAt", "graceMs")
         VALUES (?, ?, 'block', ?, ?, 'refuse', ?, ?, 5000)`,
      )
      .run(
        id,
        learnerId,
        mode,
        JSON.stringify(
          lastsMs === undefined ? { kind: 'untimed' } : { kind: 'block', ms: Math.max(60_000, lastsMs) },
        ),
        now,
        lastsMs === undefined ? null : now + lastsMs,
      );
    rows.forEach(({ uid, version }, slot) => {
      database
        .prepare(
          `INSERT INTO "AttemptItem" ("attemptId", "slot", "itemUid", "version", "presentationId", "firstExposure")
           VALUES (?, ?, ?, ?, ?, 1)`,
        )
        .run(id, slot, uid, version, v4());
    });
  })();
  database.close();
  return { id, learnerId, address: `/quiz/${id}`, items: rows.map(({ body }) => known(JSON.parse(body))) };
}

/** Opens a block and waits until the page answers to keys. */
export async function openBlock(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { name: /^Question \d+ of \d+/ })).toBeVisible();
  await takenOver(page);
}

/** Waits until the device keeps no change that the server has not acknowledged. */
export async function changesSaved(page: Page): Promise<void> {
  await expect(page.locator('[data-unsaved-changes]')).toHaveAttribute('data-unsaved-changes', '0');
}

/** Waits until the device's disk holds the choice of this option: a tab that ends before may take it along. */
export async function choiceKept(page: Page, option: string): Promise<void> {
  await expect
    .poll(async () => (await diskOf(page, 'quizChanges')) as readonly Readonly<{ change: unknown }>[])
    .toContainEqual(expect.objectContaining({ change: expect.objectContaining({ kind: 'choose', option }) }));
}

/** What a block's log says was done, times left out. */
export function changesIn(database: Database.Database, id: string) {
  const rows = database
    .prepare(
      `SELECT "slot", "kind", "value" FROM "AttemptChange" WHERE "attemptId" = ? AND "kind" <> 'spent' ORDER BY "seq"`,
    )
    .all(id) as { slot: number; kind: string; value: string }[];
  return rows.map(({ slot, kind, value }) => ({ slot, kind, ...JSON.parse(value) }));
}

/** When and by what a block ended. */
export function endOf(database: Database.Database, id: string) {
  return database.prepare(`SELECT "finishedAt", "finishedBy" FROM "Attempt" WHERE "id" = ?`).get(id) as {
    finishedAt: number | null;
    finishedBy: string | null;
  };
}

/** The option with this letter, ruled out or not. */
export function radio(page: Page, letter: string | undefined) {
  return page.getByRole('radio', { name: new RegExp(`^${letter}\\s*(:|, ruled out)`) });
}

/** Presses a button as the keyboard does. */
export async function pressButton(
  page: Page,
  name: string,
  within: Pick<Page, 'getByRole'> = page,
): Promise<void> {
  await within.getByRole('button', { name, exact: true }).press('Enter');
}

type Body = Readonly<{
  kind: 'vignette' | 'match';
  keyPointHtml: string | null;
  rationaleHtml: string | null;
  options: readonly Readonly<{ isKey: boolean; rationaleHtml: string | null }>[];
}>;

function known(body: Body): KnownItem {
  const letterOf = (isKey: boolean) =>
    'ABCDEFGHIJ'.charAt(body.options.findIndex((option) => option.isKey === isKey));
  const html = [
    body.keyPointHtml,
    body.rationaleHtml,
    ...body.options.map(({ rationaleHtml }) => rationaleHtml),
  ];
  return {
    kind: body.kind,
    right: letterOf(true),
    wrong: letterOf(false),
    secrets: html.flatMap((text) => longestRun(text ?? '')),
  };
}

/** The longest stretch without markup or signs that are written differently in JSON or HTML. */
function longestRun(html: string): readonly string[] {
  const runs = html.split(/<[^>]*>|[^\w ,.;:()-]/).map((run) => run.trim());
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  return longest.length < 12 ? [] : [longest];
}
