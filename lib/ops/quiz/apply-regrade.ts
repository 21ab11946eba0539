import { may } from '@/lib/accounts/permissions';
import { ok, type Result, refuse } from '@/lib/base/result';
import { saveRegrade } from '@/lib/db/regrades';
import type { RegradeRequest } from '@/lib/quiz/regrade-request';
import type { Ctx } from '../ctx';
import { loadRegrade, type RegradePreview, type RegradeRefusal } from './load-regrade';

/**
 * Decides how a version is scored from now on, in every attempt that holds it, and keeps who decided it, when and why.
 * No attempt is written to: scores are told by the latest decision. Returns what it did, planned anew in the transaction
 * that files it; where the version is scored so already (`isNews` false) nothing is filed. Memories are not rated anew:
 * the log keeps how an answer was understood when it was given.
 */
export async function applyRegrade(
  { db, actor, now, newId }: Ctx,
  { reason, ...request }: RegradeRequest & Readonly<{ reason: string }>,
): Promise<Result<RegradePreview, RegradeRefusal | 'not-allowed'>> {
  if (!may(actor, 'decide how cases are scored')) return refuse('not-allowed');
  const decidedBy = actor.kind === 'learner' ? (actor.account?.userId ?? actor.learnerId) : actor.kind;
  return db.write(async (tx) => {
    const loaded = await loadRegrade(tx, request);
    if (!loaded.ok) return loaded;
    const preview = loaded.value;
    if (preview.isNews) {
      const { itemUid, version } = preview;
      const accepted = request.accepted === null ? null : preview.after.accepted;
      await saveRegrade(tx, { id: newId(), itemUid, version, accepted, decidedAt: now, decidedBy, reason });
    }
    return ok(preview);
  });
}
