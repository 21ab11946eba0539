import type { AttemptId } from '@/lib/base/ids';
import { ok, type Result, refuse } from '@/lib/base/result';
import type { Instant } from '@/lib/base/time';
import { createAttempt, findAnyAttempt, runningDaily } from '@/lib/db/attempts';
import { itemsShown } from '@/lib/db/item-history';
import type { Learner } from '@/lib/db/learners';
import type { WriteTx } from '@/lib/db/writer';
import { frozenDeadline } from '@/lib/quiz/deadline';
import type { Purpose, QuizMode, Timing } from '@/lib/quiz/model';
import { studyDayOf, studyDayStartsAt } from '@/lib/scheduling/study-day';
import type { Ctx } from '../ctx';
import type { LearnersItem } from './load-bank';

/** What is on its way when the time is up still counts: so long a request may take. Milliseconds. */
const GRACE_MS = 5_000;

/** An attempt to begin: what it asks, in order, and how. */
export type Opening = Readonly<{
  id: AttemptId;
  purpose: Purpose;
  mode: QuizMode;
  timing: Timing;
  items: readonly Pick<LearnersItem, 'uid' | 'version'>[];
}>;

/**
 * Freezes versions, order and deadline, and begins the attempt; asked again with the same id, it is the attempt that was
 * begun. Of today's cases one attempt runs at a time: who begins them twice goes on with the first. Somebody else's id
 * fits nothing.
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
  if (items.length === 0) return refuse('nothing-fits');
  if (purpose === 'daily') {
    const other = await runningDaily(tx, learner.id, studyDayStart(learner, ctx.now));
    if (other !== null) return ok({ id: other });
  }
  const shown = await itemsShown(
    tx,
    learner.id,
    items.map(({ uid }) => uid),
  );
  await createAttempt(tx, {
    learnerId: learner.id,
    attempt: {
      id,
      purpose,
      mode,
      timing,
      latePolicy: 'refuse',
      startedAt: ctx.now,
      deadlineAt: frozenDeadline(ctx.now, timing, items.length),
      graceMs: GRACE_MS,
      finished: null,
    },
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

function studyDayStart({ tz, params }: Learner, now: Instant): Instant {
  return studyDayStartsAt(studyDayOf(now, tz, params.dayStartHour), tz, params.dayStartHour);
}
