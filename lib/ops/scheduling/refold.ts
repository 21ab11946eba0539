import type { CardUid, LearnerId } from '@/lib/base/ids';
import { answerContexts } from '@/lib/db/answer-context';
import { saveStates } from '@/lib/db/card-states';
import { passMetCards } from '@/lib/db/enrolments';
import { logsOf } from '@/lib/db/event-log';
import type { WriteTx } from '@/lib/db/writer';
import { ENGINE_VERSION } from '@/lib/scheduling/fsrs';
import type { LogEvent } from '@/lib/scheduling/model';
import { replay } from '@/lib/scheduling/replay';

type Pair = Readonly<{ learnerId: LearnerId; cardUid: CardUid }>;

/** Cards folded at a time: bounds the memory that a long history takes. */
const CHUNK = 500;

/** Folds the whole log of each of these cards and saves the state. For logs that grew otherwise than by an answer. */
export async function refold(tx: WriteTx, pairs: readonly Pair[]): Promise<void> {
  for (let start = 0; start < pairs.length; start += CHUNK) {
    await refoldChunk(tx, pairs.slice(start, start + CHUNK));
  }
}

async function refoldChunk(tx: WriteTx, pairs: readonly Pair[]): Promise<void> {
  const contexts = await answerContexts(tx, pairs);
  const logs = new Map<string, LogEvent[]>();
  for (const { event, ...pair } of await logsOf(tx, pairs)) {
    const log = logs.get(keyOf(pair));
    if (log === undefined) logs.set(keyOf(pair), [event]);
    else log.push(event);
  }
  await saveStates(
    tx,
    contexts.map((context) => {
      const { learnerId, cardUid, params } = context;
      const state = replay(logs.get(keyOf(context)) ?? [], params, { learnerId, cardUid });
      return { learnerId, cardUid, engineVersion: ENGINE_VERSION, parameterSetId: params.id, state };
    }),
  );
  await passMetCards(
    tx,
    contexts.filter(({ state }) => state === null),
  );
}

function keyOf({ learnerId, cardUid }: Pair): string {
  return `${learnerId} ${cardUid}`;
}
