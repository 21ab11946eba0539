import type { Verdict } from '@/components/offline/sender-model';
import type { EventId } from '@/lib/base/ids';
import type { Change, ChangesReply } from '@/lib/quiz/model';
import { type ClockReading, standingOf } from '@/lib/quiz/sitting-model';
import type { RefusedChange, SettledChanges } from './change-queue-model';

/** A reply with what it says of the server's clock. */
export type TimedReply = Readonly<{ reply: ChangesReply; clock: ClockReading }>;

/** Sorts a batch by its reply. What no result names is left over, whatever the server may have done with it. */
export function judgeChanges(
  batch: readonly Change[],
  { reply, clock }: TimedReply,
): Verdict<SettledChanges> {
  const sent = new Map(batch.map((change) => [change.id as string, change]));
  const settled: EventId[] = [];
  const refused: RefusedChange[] = [];
  reply.results.forEach((result, index) => {
    // What was too broken to be read is answered without its id, in its place.
    const change = result.id === null ? batch[index] : sent.get(result.id);
    if (change === undefined) return;
    settled.push(change.id);
    // Nobody did a time: there is nothing to be told about it.
    if (result.status !== 'refused' || change.kind === 'spent') return;
    refused.push({ change, why: result.why, message: result.message });
  });
  return {
    settled,
    news: { refused, heard: { standing: standingOf(reply), clock } },
    forAnotherLearner: false,
  };
}
