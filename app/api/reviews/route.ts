import { messages } from '@/lib/base/messages';
import { answerCards } from '@/lib/ops/scheduling/answer-cards';
import type { BatchReply } from '@/lib/scheduling/answer-result';
import { MAX_BATCH_BYTES } from '@/lib/scheduling/batch-limits';
import { SentBatch } from '@/lib/scheduling/inputs';
import { busy, isSameSite, jsonBody, readOnly, refusal, reply, route } from '@/lib/web/api';
import { requestCtx } from '@/lib/web/request-ctx';
import { version } from '@/lib/web/version';

/** Takes a batch of answers and says of each what became of it. Every acknowledged answer is on disk. */
export const POST = route(take);

async function take(request: Request): Promise<Response> {
  if (!isSameSite(request)) return refusal(403, messages.crossSite);
  const ctx = await requestCtx();
  if (ctx.actor.kind === 'nobody') return refusal(401, messages.notALearner);
  const body = await jsonBody(request, MAX_BATCH_BYTES);
  if (body === 'too-large') return refusal(413, messages.batchTooLarge);
  const batch = body === 'not-json' ? null : SentBatch.safeParse(body.json);
  if (!batch?.success) return refusal(422, messages.malformedBatch);
  const results = await answerCards(ctx, batch.data);
  if (results.ok) return reply({ version, results: results.value } satisfies BatchReply);
  if (results.error === 'busy') return busy();
  return results.error === 'read-only' ? readOnly() : refusal(401, messages.notALearner);
}
