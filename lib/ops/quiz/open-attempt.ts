import type { AttemptId, ItemUid } from '@/lib/base/ids';
import { ok, type Result, refuse } from '@/lib/base/result';
import type { Instant } from '@/lib/base/time';
import { createAttempt, findAnyAttempt } from '@/lib/db/attempts';
import { itemsShown } from '@/lib/db/item-history';
import type { Learner } from '@/lib/db/learners';
import { runningDaily, runningRetry } from '@/lib/db/running-attempts';
import type { WriteTx } from '@/lib/db/writer';
import { frozenDeadline } from '@/lib/quiz/deadline';
import type { QuizMode, Timing } from '@/lib/quiz/model';
import { studyDayOf, studyDayStartsAt } from '@/lib/scheduling/study-day';
import type { Ctx } from '../ctx';

/** What is on its way when the time is up still counts: so long a request may take. Milliseconds. */
const GRACE_MS = 5_000;

/** An attempt to begin: what it asks, in order, and how. */
export type Opening = Readonly<{
  id: AttemptId;
  /** `retryOf`: the attempt whose missed items are asked. */
  purpose: Readonly<{ kind: 'block' | 'daily' } | { kind: 'retry'; retryOf: AttemptId }>;
  mode: QuizMode;
  timing: Timing;
  items: readonly Readonly<{ uid: ItemUid; version: number }>[];
}>;

/**
 * Freezes versions, order and deadline, and begins the attempt; asked again with the same id, it is the attempt that was
 * begun. Of today's cases, and of what was missed in one attempt, one attempt runs at a time: who begins them twice goes
 * on with the first, also where nothing more would fit by now. Somebody else's id fits nothing.
 */
export function openAttempt(
  ctx: Pick<Ctx, 'db' | 'now' | 'newId'>,
  learner: Learner,
  opening: Opening,
): Promise<Result<Readonly<{ id: AttemptId }>, 'nothing-fits'>> {
  return ctx.db.writeGrouped(openTogether, { ctx, learner, opening });
}

type Job = Readonly<{ ctx: Pick<Ctx, 'now' | 'newId'>; learner: Learner; opening: Opening }>;
type Outcome = Result<Readonly<{ id: AttemptId }>, 'nothing-fits'>;

/** A class begins at the same second: one commit for all who came together. */
async function openTogether(tx: WriteTx, jobs: readonly Job[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const job of jobs) outcomes.push(await open(tx, job));
  return outcomes;
}

async function open(tx: WriteTx, { ctx, learner, opening }: Job): Promise<Outcome> {
  const { id, purpose, mode, timing, items } = opening;
  const begun = await findAnyAttempt(tx, id);
  if (begun !== null) return begun.learnerId === learner.id ? ok({ id }) : refuse('nothing-fits');
  const running = await alreadyRunning(tx, { ctx, learner, opening });
  if (running !== null) return ok({ id: running });
  if (items.length === 0) return refuse('nothing-fits');
  const shown = await itemsShown(
    tx,
    learner.id,
    items.map(({ uid }) => uid),
  );
  await createAttempt(tx, {
    learnerId: learner.id,
    attempt: {
      id,
      purpose: purpose.kind,
      mode,
      timing,
      latePolicy: 'refuse',
      startedAt: ctx.now,
      deadlineAt: frozenDeadline(ctx.now, timing, items.length),
      graceMs: GRACE_MS,
      finished: null,
    },
    retryOf: purpose.kind === 'retry' ? purpose.retryOf : null,
    showings: items.map(({ uid, version }, slot) => ({
      slot,
      itemUid: uid,
      version,
      presentationId: ctx.newId(),
      firstExposure: !shown.has(uid),
    })),
  });
  return ok({ id });
}

/** Asked inside the transaction that would begin another: two tabs cannot both find none. */
async function alreadyRunning(tx: WriteTx, { ctx, learner, opening }: Job): Promise<AttemptId | null> {
  const { purpose } = opening;
  if (purpose.kind === 'block') return null;
  return purpose.kind === 'retry'
    ? runningRetry(tx, learner.id, purpose.retryOf)
    : runningDaily(tx, learner.id, studyDayStart(learner, ctx.now));
}

function studyDayStart({ tz, params }: Learner, now: Instant): Instant {
  return studyDayStartsAt(studyDayOf(now, tz, params.dayStartHour), tz, params.dayStartHour);
}
