import { messages } from '@/lib/base/messages';
import { saveChanges } from '@/lib/ops/quiz/save-changes';
import { MAX_CHANGES_BYTES } from '@/lib/quiz/change-limits';
import { SentChanges } from '@/lib/quiz/inputs';
import type { ChangesReply } from '@/lib/quiz/model';
import { attemptRoute, busy, jsonBody, readOnly, refusal, reply } from '@/lib/web/api';
import { requestCtx } from '@/lib/web/request-ctx';
import { version } from '@/lib/web/version';

/** Takes a batch of changes to an attempt and says of each what became of it. What is acknowledged is on disk. */
export const POST = attemptRoute(async (request, id) => {
  const ctx = await requestCtx();
  if (ctx.actor.kind !== 'learner') return refusal(401, messages.notALearner);
  const body = await jsonBody(request, MAX_CHANGES_BYTES);
  if (body === 'too-large') return refusal(413, messages.changesTooLarge);
  const sent = body === 'not-json' ? null : SentChanges.safeParse(body.json);
  if (!sent?.success) return refusal(422, messages.malformedChanges);
  const saved = await saveChanges(ctx, { id, ...sent.data });
  if (saved.ok) return reply({ version, ...saved.value } satisfies ChangesReply);
  if (saved.error === 'busy') return busy();
  if (saved.error === 'read-only') return readOnly();
  return saved.error === 'unknown-attempt'
    ? refusal(404, messages.unknownAttempt)
    : refusal(401, messages.notALearner);
});
