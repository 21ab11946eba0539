import { z } from 'zod';
import { Prisma } from './generated/client';
import type { WriteTx } from './writer';

/** The triggers that keep the log, what was published and what was sat as they were written. */
export const APPEND_ONLY_TRIGGERS = [
  'attempt_change_no_delete',
  'attempt_change_no_update',
  'attempt_extension_no_delete',
  'attempt_extension_no_update',
  'attempt_item_no_delete',
  'attempt_item_no_update',
  'attempt_no_delete',
  'card_no_delete',
  'concept_no_delete',
  'drawing_no_delete',
  'drawing_no_update',
  'item_no_delete',
  'item_version_no_delete',
  'item_version_no_update',
  'media_no_delete',
  'media_no_update',
  'regrade_no_delete',
  'regrade_no_update',
  'review_event_no_delete',
  'review_event_no_update',
  'revision_no_delete',
  'revision_no_update',
] as const;

const REMEDY = 'restore a backup, or create it again as its migration does.';

/** Thrown when the database does not keep what Hornbook promises. `problems` are sentences for an operator. */
export class DatabaseUnsound extends Error {
  override readonly name = 'DatabaseUnsound';
  constructor(readonly problems: readonly string[]) {
    super(`The database is not safe to write to: ${problems.join(' ')}`);
  }
}

const number = z.coerce.number();

/**
 * Checks the writing connection itself, at boot: write-ahead log, a sync to disk at each commit, foreign keys, and
 * every append-only trigger (a table rebuilt by a migration loses its triggers in silence).
 * Throws `DatabaseUnsound` with all that is wrong.
 */
export async function assertSound(
  write: <T>(body: (tx: WriteTx) => Promise<T>) => Promise<T>,
): Promise<void> {
  const problems = await write(async (tx) => {
    const found: string[] = [];
    const pragma = async (name: string) => {
      const rows = await tx.$queryRaw<Record<string, unknown>[]>(Prisma.raw(`PRAGMA ${name}`));
      return Object.values(rows[0] ?? {})[0];
    };
    const journal = await pragma('journal_mode');
    if (journal !== 'wal') found.push(`journal_mode is ${journal}, not wal.`);
    if (number.parse(await pragma('synchronous')) !== 2) found.push('synchronous is not FULL.');
    if (number.parse(await pragma('foreign_keys')) !== 1) found.push('foreign_keys is off.');
    if (number.parse(await pragma('recursive_triggers')) !== 1) found.push('recursive_triggers is off.');
    const rows = await tx.$queryRaw(Prisma.sql`SELECT name FROM sqlite_master WHERE type = 'trigger'`);
    const present = new Set(
      z
        .array(z.object({ name: z.string() }))
        .parse(rows)
        .map(({ name }) => name),
    );
    for (const trigger of APPEND_ONLY_TRIGGERS) {
      if (!present.has(trigger)) found.push(`The trigger ${trigger} is missing: ${REMEDY}`);
    }
    return found;
  });
  if (problems.length > 0) throw new DatabaseUnsound(problems);
}
