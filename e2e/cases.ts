import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { expect, takenOver } from './fixtures';

/** An item of an attempt as a test knows it: by which letters it is answered, and of which concept it is. */
export type AskedItem = Readonly<{
  slot: number;
  itemUid: string;
  conceptUid: string;
  deck: string;
  right: string;
  wrong: string;
}>;

/** Opens the building of blocks and waits until it counts. */
export async function openBuilder(page: Page, address = '/quiz'): Promise<void> {
  await page.goto(address);
  await takenOver(page);
}

/** Sends a form that begins an attempt; the attempt's id. */
export async function begin(page: Page, button: string | RegExp): Promise<string> {
  const before = page.url();
  await page.getByRole('button', { name: button }).click();
  await page.waitForURL((url) => /\/quiz\/[0-9a-f-]{36}$/.test(url.pathname) && url.href !== before);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

export function itemsOf(database: Database.Database, attempt: string): readonly AskedItem[] {
  const rows = database
    .prepare(
      `SELECT a."slot", a."itemUid", i."conceptUid", d."slug" AS "deck", v."body" FROM "AttemptItem" AS a
       JOIN "Item" AS i ON i."uid" = a."itemUid" JOIN "Deck" AS d ON d."id" = i."deckId"
       JOIN "ItemVersion" AS v ON v."itemUid" = a."itemUid" AND v."version" = a."version"
       WHERE a."attemptId" = ? ORDER BY a."slot"`,
    )
    .all(attempt) as (Omit<AskedItem, 'right' | 'wrong'> & { body: string })[];
  return rows.map(({ body, ...row }) => {
    const options = JSON.parse(body).options as { letter: string; isKey: boolean }[];
    const letterOf = (isKey: boolean) => options.find((option) => option.isKey === isKey)?.letter ?? '';
    return { ...row, right: letterOf(true), wrong: letterOf(false) };
  });
}

type Deed = Readonly<Record<string, unknown> & { kind: string; slot: number }>;

/** Does things to an attempt as its page would. */
export async function act(page: Page, attempt: string, deeds: readonly Deed[]): Promise<void> {
  const changes = deeds.map((deed, index) => ({ id: v7(), rev: index + 1, madeAt: Date.now(), ...deed }));
  const reply = await page.request.post(`/api/attempts/${attempt}/changes`, { data: { changes } });
  const { results } = (await reply.json()) as { results: { status: string }[] };
  expect(results.map(({ status }) => status)).toEqual(deeds.map(() => 'stored'));
}

/** Makes an attempt begin so much earlier (milliseconds): nobody can have spent more time on it than has passed. */
export function beganEarlier(database: Database.Database, attempt: string, ms: number): void {
  // The tests read the server's database by a connection that cannot write.
  const writing = new Database(database.name, { timeout: 10_000 });
  writing.prepare('UPDATE "Attempt" SET "startedAt" = "startedAt" - ? WHERE "id" = ?').run(ms, attempt);
  writing.close();
}

/** Hands an attempt in. */
export async function handIn(page: Page, attempt: string): Promise<void> {
  const reply = await page.request.post(`/api/attempts/${attempt}/finish`, { data: {} });
  expect(reply.status()).toBe(200);
}
