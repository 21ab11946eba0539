import { messages } from '@/lib/base/messages';
import { finishAttempt } from '@/lib/ops/quiz/finish-attempt';
import { HandIn } from '@/lib/quiz/inputs';
import { attemptRoute, busy, jsonBody, readOnly, refusal, reply } from '@/lib/web/api';
import { requestCtx } from '@/lib/web/request-ctx';
import { version } from '@/lib/web/version';

const MAX_BYTES = 1_024;

/** Hands in an attempt, once. */
export const POST = attemptRoute(async (request, id) => {
  const ctx = await requestCtx();
  const body = await jsonBody(request, MAX_BYTES);
  const handIn = typeof body === 'string' ? null : HandIn.safeParse(body.json);
  if (!handIn?.success) return refusal(422, messages.malformedHandIn);
  const finished = await finishAttempt(ctx, { id, deadlineAt: handIn.data.deadlineAt ?? null });
  if (finished.ok) return reply({ version, now: ctx.now, attempt: finished.value });
  if (finished.error === 'busy') return busy();
  if (finished.error === 'read-only') return readOnly();
  return finished.error === 'unknown-attempt'
    ? refusal(404, messages.unknownAttempt)
    : refusal(401, messages.notALearner);
});
