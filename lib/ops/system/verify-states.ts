import { isDeepStrictEqual } from 'node:util';
import { ok, type Result, refuse } from '@/lib/base/result';
import { type StoredState, saveStates } from '@/lib/db/card-states';
import { logsOf } from '@/lib/db/event-log';
import { type Studied, standingStates, studiedAfter } from '@/lib/db/state-audit';
import { ENGINE_VERSION } from '@/lib/scheduling/fsrs';
import type { LogEvent } from '@/lib/scheduling/model';
import { replay } from '@/lib/scheduling/replay';
import type { Ctx } from '../ctx';

/** How many cards of learners were looked at, and those whose state was not the fold of their log. */
export type StateReport = Readonly<{ checked: number; wrong: readonly Studied[] }>;

/** Pairs looked at together: little enough that a repair holds the write lock for milliseconds. */
const AT_A_TIME = 500;

/**
 * Folds the log of every card of every learner anew and compares the result with the state that stands. With `repair`
 * the fold is written where they differ. Only an operator may.
 */
export async function verifyStates(
  ctx: Ctx,
  input: Readonly<{ repair: boolean }>,
): Promise<Result<StateReport, 'not-allowed'>> {
  if (ctx.actor.kind !== 'operator') return refuse('not-allowed');
  const wrong: Studied[] = [];
  let checked = 0;
  let after: Studied | null = null;
  for (;;) {
    const pairs: readonly Studied[] = await studiedAfter(ctx.db.read, after, AT_A_TIME);
    after = pairs.at(-1) ?? null;
    if (after === null) return ok({ checked, wrong });
    checked += pairs.length;
    let differing = await wrongOf(ctx, pairs);
    if (differing.length > 0) {
      // The states were read before the logs: an answer that came between looks like a difference once, not twice.
      differing = await wrongOf(ctx, differing);
    }
    wrong.push(...differing.map(({ learnerId, cardUid }) => ({ learnerId, cardUid })));
    if (input.repair && differing.length > 0) {
      await ctx.db.write(async (tx) => {
        const logs = await logsByCard(tx, differing);
        await saveStates(
          tx,
          differing.map((standing) => folded(standing, logs)),
        );
      });
    }
  }
}

type Standing = Awaited<ReturnType<typeof standingStates>>[number];

async function wrongOf({ db }: Ctx, pairs: readonly Studied[]): Promise<readonly Standing[]> {
  const standing = await standingStates(db.read, pairs);
  const logs = await logsByCard(db.read, pairs);
  return standing.filter((one) => !isDeepStrictEqual(one.state, folded(one, logs).state));
}

async function logsByCard(
  source: Parameters<typeof logsOf>[0],
  pairs: readonly Studied[],
): Promise<ReadonlyMap<string, readonly LogEvent[]>> {
  const logs = new Map<string, LogEvent[]>();
  for (const { event, ...pair } of await logsOf(source, pairs)) {
    const log = logs.get(keyOf(pair));
    if (log === undefined) logs.set(keyOf(pair), [event]);
    else log.push(event);
  }
  return logs;
}

function folded(
  { learnerId, cardUid, params }: Standing,
  logs: ReadonlyMap<string, readonly LogEvent[]>,
): StoredState {
  const state = replay(logs.get(keyOf({ learnerId, cardUid })) ?? [], params, { learnerId, cardUid });
  return { learnerId, cardUid, engineVersion: ENGINE_VERSION, parameterSetId: params.id, state };
}

function keyOf({ learnerId, cardUid }: Studied): string {
  return `${learnerId} ${cardUid}`;
}
