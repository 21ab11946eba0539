import { appendChanges, changesOfAll, type StoredChange } from '@/lib/db/attempt-changes';
import { findAttempts, type StoredAttempt } from '@/lib/db/attempts';
import type { Learner } from '@/lib/db/learners';
import type { WriteTx } from '@/lib/db/writer';
import { isOver } from '@/lib/quiz/deadline';
import { foldAttempt } from '@/lib/quiz/fold-slots';
import type { ChangeResult, Slot, SlotState } from '@/lib/quiz/model';
import { type Taking, takeChanges } from '@/lib/quiz/take-changes';
import type { Ctx } from '../ctx';
import { type Ending, endAttempts } from './end-attempts';
import { inRounds } from './in-rounds';
import { rateSlots } from './rate-slots';
import type { Paper } from './read-paper';

/** What one request sent to an attempt of its learner. */
export type SaveJob = Readonly<{
  ctx: Ctx;
  learner: Learner;
  id: string;
  paper: Paper;
  places: Taking['places'];
  sent: readonly unknown[];
}>;
/** What became of it; null where the learner has no such attempt. */
export type SaveOutcome = Readonly<{
  results: readonly ChangeResult[];
  stored: StoredAttempt;
  changes: readonly StoredChange[];
}> | null;

/** One commit for all who came together; each is judged by the instant of its own request. */
export function saveTogether(tx: WriteTx, jobs: readonly SaveJob[]): Promise<readonly SaveOutcome[]> {
  return inRounds(
    jobs,
    ({ learner }) => learner.id,
    (round) => save(tx, round),
  );
}

async function save(tx: WriteTx, jobs: readonly SaveJob[]): Promise<readonly SaveOutcome[]> {
  const taken = await take(tx, jobs);
  const before = new Map(taken.map(({ stored, before }) => [stored.attempt.id, before]));
  const isNews = taken.some(({ taking }) => taking.changes.length > 0);
  const changes = isNews ? await changesOfAll(tx, [...before.keys()]) : before;
  await rateSlots(
    tx,
    taken.map(({ ctx, learner, stored, paper, before }) => ({
      ...{ ctx, learner, stored, paper, at: ctx.now },
      slots: newlyRevealed(stored, { before, after: changes.get(stored.attempt.id) ?? [] }),
    })),
  );
  const ended = await endAttempts(
    tx,
    taken.flatMap(({ ctx, learner, stored, paper }): Ending[] => {
      const { deadlineAt, finished } = stored.attempt;
      if (finished !== null || deadlineAt === null || !isOver(stored.attempt, ctx.now)) return [];
      return [{ ctx, learner, stored, paper, at: deadlineAt, by: 'deadline' }];
    }),
  );
  const standing = new Map(ended.map((stored) => [stored.attempt.id, stored]));
  const outcomes = new Map(
    taken.map(({ id, stored, taking: { results } }) => [
      id,
      {
        results,
        stored: standing.get(stored.attempt.id) ?? stored,
        changes: changes.get(stored.attempt.id) ?? [],
      },
    ]),
  );
  return jobs.map(({ id }) => outcomes.get(id) ?? null);
}

type Taken = SaveJob &
  Readonly<{
    stored: StoredAttempt;
    taking: ReturnType<typeof takeChanges>;
    before: readonly StoredChange[];
  }>;

/** Judges and files what was sent; a job about no attempt of its learner is left out. */
async function take(tx: WriteTx, jobs: readonly SaveJob[]): Promise<readonly Taken[]> {
  const found = await findAttempts(
    tx,
    jobs.map(({ id, learner }) => ({ id, learnerId: learner.id })),
  );
  const known = await changesOfAll(
    tx,
    [...found.values()].map(({ attempt }) => attempt.id),
  );
  const taken = jobs.flatMap((job): Taken[] => {
    const stored = found.get(job.id);
    if (stored === undefined) return [];
    const before = known.get(stored.attempt.id) ?? [];
    const { attempt } = stored;
    return [
      {
        ...job,
        stored,
        before,
        taking: takeChanges(job.sent, { attempt, at: job.ctx.now, places: job.places, before }),
      },
    ];
  });
  const news = taken.flatMap(({ stored, taking, ctx }) =>
    taking.changes.map((change) => ({
      attemptId: stored.attempt.id,
      change,
      receivedAt: ctx.now,
      late: taking.late,
    })),
  );
  await appendChanges(tx, news);
  return taken;
}

function newlyRevealed(
  { showings }: StoredAttempt,
  { before, after }: Readonly<Record<'before' | 'after', readonly StoredChange[]>>,
): readonly SlotState[] {
  const known = revealedIn(before);
  return foldAttempt(showings.length, after).filter(({ slot, revealed }) => revealed && !known.has(slot));
}

function revealedIn(changes: readonly StoredChange[]): ReadonlySet<Slot> {
  return new Set(changes.filter(({ kind }) => kind === 'reveal').map(({ slot }) => slot));
}
