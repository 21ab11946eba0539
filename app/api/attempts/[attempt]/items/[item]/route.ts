import { messages } from '@/lib/base/messages';
import { getResult } from '@/lib/ops/quiz/get-result';
import type { ToldItem } from '@/lib/quiz/result-model';
import { refusal, reply, route } from '@/lib/web/api';
import { requestCtx } from '@/lib/web/request-ctx';

type Params = Readonly<{ params: Promise<{ attempt: string; item: string }> }>;

/** An item of a finished attempt as it was sat, with what is told of it, by its number counted from 1. */
export const GET = route(async (_request, { params }: Params) => {
  const { attempt: id, item } = await params;
  const slot = Number(item) - 1;
  const found = await getResult(await requestCtx(), { id, inFull: [slot] });
  if (!found.ok && found.error === 'no-learner') return refusal(401, messages.notALearner);
  const question = found.ok ? found.value.questions[0] : undefined;
  const explanation = found.ok ? found.value.explanations[0] : undefined;
  if (question === undefined || explanation === undefined) return refusal(404, messages.unknownAttempt);
  return reply({ question, explanation } satisfies ToldItem);
});
