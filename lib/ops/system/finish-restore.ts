import type { LearnerId } from '@/lib/base/ids';
import { ok, type Result, refuse } from '@/lib/base/result';
import { eraseAgain, noteRestoration } from '@/lib/db/restorations';
import { findRestoreNote, removeRestoreNote } from '@/lib/store/restore-note';
import type { Ctx } from '../ctx';

/** What there was to finish: how many people the backup had brought back and who are gone again. */
export type FinishedRestore = Readonly<{ erasedAgain: number }>;

/**
 * Finishes what `restoreBackup` began, on the migrated database and before anybody is served: whoever asked to be
 * forgotten after the backup was made is forgotten again, and devices will be asked for what they kept since. Null when
 * nothing was restored. Done twice, it changes nothing more. Only an operator may.
 */
export async function finishRestore(
  ctx: Omit<Ctx, 'newId'>,
  input: Readonly<{ databaseFile: string }>,
): Promise<Result<FinishedRestore | null, 'not-allowed'>> {
  if (ctx.actor.kind !== 'operator') return refuse('not-allowed');
  const note = await findRestoreNote(input.databaseFile);
  if (note === null) return ok(null);
  const erasedAgain = await ctx.db.write(async (tx) => {
    let count = 0;
    for (const { learnerId, erasedAt } of note.erased) {
      if (await eraseAgain(tx, learnerId as LearnerId, erasedAt)) count += 1;
    }
    await noteRestoration(tx, note, note.restoredAt);
    return count;
  });
  await removeRestoreNote(input.databaseFile);
  return ok({ erasedAgain });
}
