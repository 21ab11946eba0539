import { messages } from '@/lib/base/messages';
import { finishAttempt } from '@/lib/ops/quiz/finish-attempt';
import { attemptRoute, busy, readOnly, refusal, reply } from '@/lib/web/api';
import { requestCtx } from '@/lib/web/request-ctx';
import { version } from '@/lib/web/version';

/** Hands in an attempt, once. */
export const POST = attemptRoute(async (_, id) => {
  const ctx = await requestCtx();
  const finished = await finishAttempt(ctx, { id });
  if (finished.ok) return reply({ version, now: ctx.now, attempt: finished.value });
  if (finished.error === 'busy') return busy();
  if (finished.error === 'read-only') return readOnly();
  return finished.error === 'unknown-attempt'
    ? refusal(404, messages.unknownAttempt)
    : refusal(401, messages.notALearner);
});
