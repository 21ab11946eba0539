import type { AnswerResult } from '@/lib/scheduling/answer-result';
import type { SentEvent } from '@/lib/scheduling/inputs';
import type { SettledAnswers } from './outbox-model';
import type { AcknowledgedEvent, RejectedEvent } from './outbox-storage';
import type { Verdict } from './sender-model';

/** Sorts a batch by its results. What no result names is left over, whatever the server may have done with it. */
export function sortOut(
  batch: readonly SentEvent[],
  results: readonly AnswerResult[],
): Verdict<SettledAnswers> {
  const acknowledged: AcknowledgedEvent[] = [];
  const rejected: RejectedEvent[] = [];
  let forAnotherLearner = false;
  batch.forEach((event, index) => {
    const result = resultFor(event, results, index);
    if (result?.status === 'stored' || result?.status === 'duplicate') {
      acknowledged.push({ event, effectiveAt: result.effectiveAt });
    } else if (result?.status === 'rejected' && result.code !== 'another-learner') {
      rejected.push({ event, code: result.code, message: result.message });
    } else if (result?.status === 'rejected') forAnotherLearner = true;
  });
  const settled = [...acknowledged, ...rejected].map(({ event }) => event.id);
  return { settled, news: { acknowledged, rejected }, forAnotherLearner };
}

/** By id; results come in the order sent, and an event too broken to be read is answered without its id. */
function resultFor(event: SentEvent, results: readonly AnswerResult[], index: number): AnswerResult | null {
  const named = results.find(({ id }) => id === event.id);
  const placed = results[index];
  return named ?? (placed?.id === null ? placed : null);
}
