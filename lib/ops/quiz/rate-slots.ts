import type { EventId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { StoredAttempt } from '@/lib/db/attempts';
import { casesLogged, type LoggedCase } from '@/lib/db/case-log';
import type { Learner } from '@/lib/db/learners';
import { linkedCards } from '@/lib/db/linked-cards';
import type { WriteTx } from '@/lib/db/writer';
import type { CaseEvent, CaseOutcome } from '@/lib/quiz/case-event';
import type { SlotState } from '@/lib/quiz/model';
import { rateCase } from '@/lib/quiz/rate-case';
import { scoreSlot } from '@/lib/quiz/score';
import type { SentEvent } from '@/lib/scheduling/inputs';
import type { StudyDay } from '@/lib/scheduling/model';
import { studyDayOf, studyDayStartsAt } from '@/lib/scheduling/study-day';
import type { Ctx } from '../ctx';
import { fileEvents } from '../scheduling/file-events';
import type { Paper, PaperSlot } from './read-paper';

/** Slots whose answers count from the instant `at` on: explained then, or the attempt ended then. */
export type Rating = Readonly<{
  learner: Learner;
  stored: StoredAttempt;
  /** Of the slots to rate, at least. */
  paper: Paper;
  slots: readonly SlotState[];
  at: Instant;
}>;

/**
 * What answers do to memories, in the transaction that makes them count: each concept is rated once a study day, and
 * cards behind what was missed are brought forward without touching what is known of them. What was voided tells nothing.
 */
export async function rateSlots(
  tx: WriteTx,
  { now, newId }: Pick<Ctx, 'now' | 'newId'>,
  rating: Rating,
): Promise<void> {
  const answered = rating.slots.flatMap((slot) => outcomeOf(rating, slot) ?? []);
  const events = [
    ...(await ratingsOf(tx, rating, answered, newId)),
    ...(await pullsOf(tx, rating, answered, newId)),
  ];
  if (events.length === 0) return;
  const { id: learnerId } = rating.learner;
  await fileEvents(tx, [{ learnerId, sentAt: now, receivedAt: now, madeBy: 'server', events }]);
}

type Answered = PaperSlot & Readonly<{ outcome: CaseOutcome }>;

function outcomeOf({ paper, stored }: Rating, state: SlotState): Answered | null {
  const place = paper.get(state.slot);
  if (place === undefined || place.ruling.voided) return null;
  const { itemUid, version } = place.showing;
  const outcome = {
    itemUid,
    version,
    option: state.chosen,
    correct: scoreSlot(state, place.ruling).score === 1,
    confidence: state.confidence,
    spentMs: state.spentMs,
    attemptId: stored.attempt.id,
    purpose: stored.attempt.purpose,
  };
  return { ...place, outcome };
}

async function ratingsOf(
  tx: WriteTx,
  { learner, at }: Rating,
  answered: readonly Answered[],
  newId: Ctx['newId'],
): Promise<readonly CaseEvent[]> {
  const { dayStartHour } = learner.params;
  const day = studyDayOf(at, learner.tz, dayStartHour);
  const dayOf = ({ effectiveAt, tz }: LoggedCase) => studyDayOf(effectiveAt, tz, dayStartHour);
  const logged = await casesLogged(
    tx,
    learner.id,
    answered.map(({ shown }) => shown.conceptUid),
  );
  const rated = new Set<string>();
  return answered.flatMap(({ showing, shown, outcome }): readonly CaseEvent[] => {
    const { conceptUid } = shown;
    const ofConcept = logged.filter((one) => one.conceptUid === conceptUid);
    // Asked again on the day it was rated, a concept is practised: how well that goes says nothing of memory.
    if (rated.has(conceptUid) || ofConcept.some((one) => dayOf(one) === day)) return [];
    rated.add(conceptUid);
    const before = ofConcept.filter(({ effectiveAt }) => effectiveAt <= at);
    const { grade, placedDays } = rateCase(
      outcome,
      before.map((one) => one.outcome),
    );
    return [
      {
        id: newId() as EventId,
        kind: 'case',
        cardUid: conceptUid,
        answeredAt: at,
        tz: learner.tz,
        grade,
        placedDays,
        presentationId: showing.presentationId,
        outcome,
      },
    ];
  });
}

/** New cards have no memory to bring forward, suspended ones are the learner's wish, and what is due today comes anyway. */
async function pullsOf(
  tx: WriteTx,
  { learner, at }: Rating,
  answered: readonly Answered[],
  newId: Ctx['newId'],
): Promise<readonly SentEvent[]> {
  const { tz, params } = learner;
  const missed = answered.filter(({ outcome }) => !outcome.correct);
  const day = studyDayOf(at, tz, params.dayStartHour);
  const endsAt = studyDayStartsAt((day + 1) as StudyDay, tz, params.dayStartHour);
  const cards = await linkedCards(
    tx,
    learner.id,
    missed.flatMap(({ shown }) => shown.links),
  );
  return cards
    .filter(
      ({ state: { memory, suspended } }) =>
        !suspended && memory.kind === 'scheduled' && memory.dueAt >= endsAt,
    )
    .map(({ uid }) => ({
      id: newId() as EventId,
      kind: 'set-due',
      cardUid: uid,
      answeredAt: at,
      tz,
      inDays: 0,
    }));
}
