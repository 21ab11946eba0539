import type { EventId, LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { StoredAttempt } from '@/lib/db/attempts';
import { casesLogged, type LoggedCase } from '@/lib/db/case-log';
import type { Learner } from '@/lib/db/learners';
import { type LinkedCard, linkedCardsOfAll } from '@/lib/db/linked-cards';
import type { WriteTx } from '@/lib/db/writer';
import type { CaseEvent, CaseOutcome } from '@/lib/quiz/case-event';
import type { SlotState } from '@/lib/quiz/model';
import { rateCase } from '@/lib/quiz/rate-case';
import { scoreSlot } from '@/lib/quiz/score';
import type { SentEvent } from '@/lib/scheduling/inputs';
import type { StudyDay } from '@/lib/scheduling/model';
import { studyDayOf, studyDayStartsAt } from '@/lib/scheduling/study-day';
import type { Ctx } from '../ctx';
import { type EventsToFile, fileEvents } from '../scheduling/file-events';
import type { Paper, PaperSlot } from './read-paper';

/** Slots whose answers count from the instant `at` on: explained then, or the attempt ended then. */
export type Rating = Readonly<{
  ctx: Pick<Ctx, 'now' | 'newId'>;
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
 * At most one rating of each learner.
 */
export async function rateSlots(tx: WriteTx, ratings: readonly Rating[]): Promise<void> {
  const rated = ratings.map((rating) => ({
    ...rating,
    answered: rating.slots.flatMap((slot) => outcomeOf(rating, slot) ?? []),
  }));
  const logged = groupedByLearner(await casesLogged(tx, rated.flatMap(conceptsOf)));
  const linked = groupedByLearner(await linkedCardsOfAll(tx, rated.map(linksBehindMissed)));
  const requests = rated.flatMap((one): EventsToFile[] => {
    const { id: learnerId } = one.learner;
    const events = [
      ...ratingsOf(one, logged.get(learnerId) ?? []),
      ...pullsOf(one, linked.get(learnerId) ?? []),
    ];
    const { now } = one.ctx;
    return events.length === 0 ? [] : [{ learnerId, sentAt: now, receivedAt: now, madeBy: 'server', events }];
  });
  if (requests.length > 0) await fileEvents(tx, requests);
}

type Answered = PaperSlot & Readonly<{ outcome: CaseOutcome }>;
type Rated = Rating & Readonly<{ answered: readonly Answered[] }>;

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

function conceptsOf({ learner, answered }: Rated) {
  return answered.map(({ shown }) => ({ learnerId: learner.id, conceptUid: shown.conceptUid }));
}

function linksBehindMissed({ learner, answered }: Rated) {
  const missed = answered.filter(({ outcome }) => !outcome.correct);
  return { learnerId: learner.id, links: missed.flatMap(({ shown }) => shown.links) };
}

function groupedByLearner<Row extends Readonly<{ learnerId: LearnerId }>>(rows: readonly Row[]) {
  const byLearner = new Map<LearnerId, Row[]>();
  for (const row of rows) {
    const own = byLearner.get(row.learnerId);
    if (own === undefined) byLearner.set(row.learnerId, [row]);
    else own.push(row);
  }
  return byLearner;
}

function ratingsOf(
  { learner, at, answered, ctx }: Rated,
  logged: readonly LoggedCase[],
): readonly CaseEvent[] {
  const { dayStartHour } = learner.params;
  const day = studyDayOf(at, learner.tz, dayStartHour);
  const dayOf = ({ effectiveAt, tz }: LoggedCase) => studyDayOf(effectiveAt, tz, dayStartHour);
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
        id: ctx.newId() as EventId,
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
function pullsOf({ learner, at, ctx }: Rated, linked: readonly LinkedCard[]): readonly SentEvent[] {
  const { tz, params } = learner;
  const day = studyDayOf(at, tz, params.dayStartHour);
  const endsAt = studyDayStartsAt((day + 1) as StudyDay, tz, params.dayStartHour);
  return linked
    .filter(
      ({ state: { memory, suspended } }) =>
        !suspended && memory.kind === 'scheduled' && memory.dueAt >= endsAt,
    )
    .map(({ uid }) => ({
      id: ctx.newId() as EventId,
      kind: 'set-due',
      cardUid: uid,
      answeredAt: at,
      tz,
      inDays: 0,
    }));
}
