import type { AnswerResult } from '@/lib/scheduling/answer-result';
import type { SentEvent } from '@/lib/scheduling/inputs';
import type { AcknowledgedEvent, RejectedEvent } from './outbox-storage';

/** A batch by what the server said of each event. */
export type SortedOut = Readonly<{
  acknowledged: readonly AcknowledgedEvent[];
  /** Refused for good, for reasons of their own. */
  rejected: readonly RejectedEvent[];
  /** Nothing final was said: to be sent again. */
  left: readonly SentEvent[];
  /** Somebody else is signed in now: what is left waits until its owner is back. */
  forAnotherLearner: boolean;
}>;

/** Sorts a batch by its results. What no result names is left over, whatever the server may have done with it. */
export function sortOut(batch: readonly SentEvent[], results: readonly AnswerResult[]): SortedOut {
  const acknowledged: AcknowledgedEvent[] = [];
  const rejected: RejectedEvent[] = [];
  const left: SentEvent[] = [];
  let forAnotherLearner = false;
  batch.forEach((event, index) => {
    const result = resultFor(event, results, index);
    if (result?.status === 'stored' || result?.status === 'duplicate') {
      acknowledged.push({ event, effectiveAt: result.effectiveAt });
    } else if (result?.status === 'rejected' && result.code !== 'another-learner') {
      rejected.push({ event, code: result.code, message: result.message });
    } else {
      if (result?.status === 'rejected') forAnotherLearner = true;
      left.push(event);
    }
  });
  return { acknowledged, rejected, left, forAnotherLearner };
}

/** By id; results come in the order sent, and an event too broken to be read is answered without its id. */
function resultFor(event: SentEvent, results: readonly AnswerResult[], index: number): AnswerResult | null {
  const named = results.find(({ id }) => id === event.id);
  const placed = results[index];
  return named ?? (placed?.id === null ? placed : null);
}
