import { describe, expect, it } from 'vitest';
import type { CardUid, EventId } from '@/lib/base/ids';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import { DEFAULT_PARAMS } from './fsrs';
import type { SentEvent } from './inputs';
import { IDENTITY } from './log.arbitrary';
import { type CardState, type Grade, type LogEvent, NEW_CARD, type SchedulingParams } from './model';
import { previewOutcomes } from './preview';
import { queueOf } from './queue';
import { replay } from './replay';
import { reduceSession, startSession } from './session';
import { LONGEST_ANSWER_MS } from './session-acts';
import type { Session, SessionAction } from './session-model';
import { countsLeft, heldCards, summaryOf, wantsRefill } from './session-summary';
import type { QueuedCard, Sitting } from './sitting';
import { studyDayOf } from './study-day';

const NOON = Date.UTC(2026, 5, 15, 12);
const { learnerId } = IDENTITY;

/** A card that was answered so long ago with these grades, or never. */
function card(uid: string, ...answers: readonly (readonly [grade: Grade, ago: number])[]): QueuedCard {
  const cardUid = uid as CardUid;
  const log = answers.map(
    ([grade, ago], index): LogEvent => ({
      kind: 'review',
      id: `${index}` as EventId,
      effectiveAt: NOON - ago,
      tz: 'UTC',
      grade,
      placedDays: null,
    }),
  );
  const state = replay(log, DEFAULT_PARAMS, { learnerId, cardUid });
  return { uid: cardUid, siblings: `deck/${uid}`, version: 3, queue: queueOf(state.memory), state };
}

const onStep = (uid: string, ago = 10 * MINUTE_MS) => card(uid, [3, ago]);
const inReview = (uid: string) => card(uid, [4, 10 * DAY_MS]);

function sitting(cards: readonly QueuedCard[], more: Partial<Sitting> = {}): Sitting {
  const count = (name: QueuedCard['queue']) => cards.filter(({ queue }) => queue === name).length;
  return {
    learnerId,
    params: DEFAULT_PARAMS,
    tz: 'UTC',
    builtAt: NOON,
    day: studyDayOf(NOON, 'UTC', 4),
    cards,
    remaining: { learning: count('learning'), review: count('review'), new: count('new') },
    resting: 0,
    ...more,
  };
}

function start(cards: readonly QueuedCard[], at: Instant = NOON, more: Partial<Sitting> = {}): Session {
  return startSession(sitting(cards, more), { at, tz: 'UTC', nextPresentationId: 'first' });
}

/** A person who acts at given distances from noon. */
function doing(
  session: Session,
  ...steps: readonly (readonly [type: SessionAction['type'], after: number, grade?: Grade])[]
) {
  return steps.reduce((now, [type, after, grade = 3]) => {
    const id = `${now.events.length}`.padStart(4, '0');
    const moment = { at: NOON + after, tz: 'UTC' };
    const full = { ...moment, eventId: id as EventId, nextPresentationId: `showing-${id}`, grade };
    if (type === 'refill' || type === 'elsewhere') throw new Error('Such an action says more than its type.');
    return reduceSession(now, { type, ...full } as SessionAction);
  }, session);
}

/** Reveals and grades at once. */
function grading(session: Session, ...steps: readonly (readonly [after: number, grade: Grade])[]) {
  return steps.reduce(
    (now, [after, grade]) => doing(now, ['reveal', after], ['grade', after, grade]),
    session,
  );
}

function shownUid({ screen }: Session): string {
  return screen.kind === 'front' || screen.kind === 'back' ? screen.showing.card.uid : screen.kind;
}

function stateIn(session: Session, uid: string): CardState {
  const found = heldCards(session).find((each) => each.uid === uid);
  if (!found) throw new Error(`Card ${uid} is lost.`);
  return found.state;
}

describe('a sitting', () => {
  it('without cards is done at once', () => {
    expect(start([]).screen).toEqual({ kind: 'done' });
  });

  it('shows the front, then the back, then the next front', () => {
    const first = start([card('a'), card('b')]);
    expect([first.screen.kind, shownUid(first)]).toEqual(['front', 'a']);
    const back = doing(first, ['reveal', 0]);
    expect([back.screen.kind, shownUid(back)]).toEqual(['back', 'a']);
    const next = doing(back, ['grade', 4 * SECOND_MS, 4]);
    expect([next.screen.kind, shownUid(next)]).toEqual(['front', 'b']);
  });

  it('takes no grade before the answer is shown, and no action where it has no meaning', () => {
    const front = start([card('a'), card('b')]);
    expect(doing(front, ['grade', 0])).toBe(front);
    expect(doing(front, ['undo', 0])).toBe(front);
    expect(doing(front, ['tick', 0])).toBe(front);
    const back = doing(front, ['reveal', 0]);
    expect(doing(back, ['reveal', 0])).toBe(back);
    const done = start([]);
    for (const type of ['reveal', 'grade', 'bury', 'suspend', 'undo', 'tick'] as const) {
      expect(doing(done, [type, 0])).toBe(done);
    }
  });

  it('tells what happened in an event that is ready to be sent', () => {
    const session = doing(
      start([inReview('a'), card('b')]),
      ['reveal', SECOND_MS],
      ['grade', 4 * SECOND_MS, 3],
    );
    const { memory } = stateIn(session, 'a');
    expect(session.events).toEqual([
      {
        id: '0000',
        kind: 'review',
        cardUid: 'a',
        answeredAt: NOON + 4 * SECOND_MS,
        tz: 'UTC',
        grade: 3,
        tookMs: 4 * SECOND_MS,
        placedDays: memory.kind === 'scheduled' ? memory.intervalDays : null,
        seenVersion: 3,
        presentationId: 'first',
      },
    ]);
  });

  it('counts no more than five minutes for one answer', () => {
    const session = grading(start([card('a')]), [3 * HOUR_MS, 3]);
    expect(session.events[0]).toMatchObject({ tookMs: LONGEST_ANSWER_MS });
  });

  it('buries and suspends from front and back, without asking the card again', () => {
    const buried = doing(start([card('a'), card('b'), card('c')]), ['bury', 1]);
    const both = doing(buried, ['reveal', 2], ['suspend', 3]);
    expect(both.events.map(({ kind, cardUid }) => [kind, cardUid])).toEqual([
      ['bury', 'a'],
      ['suspend', 'b'],
    ]);
    expect(stateIn(both, 'a').buriedDay).toBe(studyDayOf(NOON, 'UTC', 4));
    expect(stateIn(both, 'b').suspended).toBe(true);
    expect([shownUid(both), countsLeft(both).new]).toEqual(['c', 1]);
  });
});

describe('the next card', () => {
  it('is a learning card as soon as it is due, before the main queue', () => {
    const session = start([inReview('r1'), inReview('r2'), card('n')]);
    const learning = grading(session, [0, 1]);
    expect(shownUid(learning)).toBe('r2');
    expect(shownUid(grading(learning, [5 * MINUTE_MS, 4]))).toBe('n');
    expect(shownUid(grading(learning, [10 * MINUTE_MS, 4]))).toBe('r1');
  });

  it('is a learning card before its time once the main queue is empty', () => {
    const session = grading(start([card('a')]), [0, 1]);
    expect([session.screen.kind, shownUid(session)]).toEqual(['front', 'a']);
  });

  it('is another learning card than the one just answered', () => {
    const session = grading(start([card('a'), card('b')]), [0, 3], [1_000, 1]);
    expect(shownUid(session)).toBe('a');
    expect(shownUid(grading(session, [2_000, 1]))).toBe('b');
  });

  it('is another learning card than the one just answered after a wait, too', () => {
    const params: SchedulingParams = { ...DEFAULT_PARAMS, learningStepsMinutes: [30, 60] };
    const session = grading(start([card('a'), card('b')], NOON, { params }), [0, 3], [1_000, 1]);
    expect(session.screen.kind).toBe('waiting');
    expect(shownUid(doing(session, ['tick', 35 * MINUTE_MS]))).toBe('b');
    expect(shownUid(doing(session, ['tick', 70 * MINUTE_MS]))).toBe('a');
  });

  it('is awaited while only learning cards beyond the learn-ahead time are left', () => {
    const params: SchedulingParams = { ...DEFAULT_PARAMS, learningStepsMinutes: [60] };
    const session = grading(start([card('a')], NOON, { params }), [0, 1]);
    expect(session.screen).toEqual({ kind: 'waiting', resumesAt: NOON + 40 * MINUTE_MS });
    expect(doing(session, ['tick', 40 * MINUTE_MS - 1])).toBe(session);
    expect(shownUid(doing(session, ['tick', 40 * MINUTE_MS]))).toBe('a');
  });

  it('is not awaited over the end of the study day', () => {
    const params: SchedulingParams = { ...DEFAULT_PARAMS, learningStepsMinutes: [1_200] };
    const session = grading(start([card('a')], NOON, { params }), [0, 1]);
    expect(session.screen).toEqual({ kind: 'done' });
    expect(shownUid(doing(session, ['tick', 1_200 * MINUTE_MS]))).toBe('a');
  });

  it('comes from the learning cards that the sitting began with, too', () => {
    expect(shownUid(start([inReview('r'), onStep('l')]))).toBe('l');
    expect(shownUid(start([inReview('r'), onStep('l', 9 * MINUTE_MS)]))).toBe('r');
  });
});

describe('undo', () => {
  it('voids the last answer and puts its card back on its front, the one on screen waiting its turn', () => {
    const before = start([card('a'), card('b')]);
    const undone = doing(grading(before, [1_000, 4]), ['undo', 2_000]);
    expect(undone.events.map(({ kind }) => kind)).toEqual(['review', 'void']);
    expect(undone.events[1]).toMatchObject({ targetId: '0000', cardUid: 'a', answeredAt: NOON + 2_000 });
    expect([undone.screen.kind, shownUid(undone)]).toEqual(['front', 'a']);
    expect(undone.board).toEqual(before.board);
    expect(stateIn(undone, 'a')).toEqual(NEW_CARD);
    expect(shownUid(grading(undone, [3_000, 4]))).toBe('b');
  });

  it('shows the card anew: with an id of its own, so that its next answer is no slip of the finger', () => {
    const undone = doing(grading(start([card('a')]), [1_000, 4]), ['undo', 2_000]);
    expect(undone.screen).toMatchObject({
      showing: { presentationId: 'showing-0001', shownAt: NOON + 2_000 },
    });
  });

  it('goes back many steps, from the end too, and over burying and suspending', () => {
    const begun = start([card('a'), card('b'), card('c')]);
    const done = doing(grading(begun, [0, 4]), ['bury', 1_000], ['suspend', 2_000]);
    expect(done.screen.kind).toBe('done');
    const undone = doing(done, ['undo', 3_000], ['undo', 4_000], ['undo', 5_000]);
    expect(undone.board).toEqual(begun.board);
    expect(shownUid(undone)).toBe('a');
    expect(undone.events.slice(3)).toMatchObject([
      { targetId: '0002' },
      { targetId: '0001' },
      { targetId: '0000' },
    ]);
    expect(doing(undone, ['undo', 6_000])).toBe(undone);
  });

  it('takes the answer out of the figures', () => {
    const answered = grading(start([card('a'), card('b')]), [2_000, 4]);
    expect(summaryOf(answered)).toMatchObject({
      answered: 1,
      tookMs: 2_000,
      grades: { 1: 0, 2: 0, 3: 0, 4: 1 },
    });
    expect(summaryOf(doing(answered, ['undo', 3_000]))).toEqual({
      answered: 0,
      tookMs: 0,
      grades: { 1: 0, 2: 0, 3: 0, 4: 0 },
      nextReturnAt: null,
    });
  });

  it('gives the same interval when the same grade is pressed again', () => {
    const answered = grading(start([inReview('a')]), [0, 3]);
    const again = grading(doing(answered, ['undo', 1_000]), [2_000, 3]);
    expect(again.events[2]).toMatchObject({
      placedDays: (answered.events[0] as { placedDays: number }).placedDays,
    });
  });
});

describe('the clock', () => {
  it('is read again when the answer is shown, so the button says what it will do', () => {
    const revealed = doing(start([card('a')]), ['reveal', HOUR_MS]);
    if (revealed.screen.kind !== 'back') throw new Error('The back is not shown.');
    const moment = { at: NOON + HOUR_MS, tz: 'UTC' };
    expect(revealed.screen.showing.previewed).toEqual(moment);
    expect(revealed.screen.showing.previews).toEqual(
      previewOutcomes(NEW_CARD, moment, DEFAULT_PARAMS, { learnerId, cardUid: 'a' as CardUid }),
    );
  });

  it('T08 turning to another study day changes the buttons at the next tick, and the answer in any case', () => {
    const nextDay = 17 * HOUR_MS;
    const revealed = doing(start([inReview('a'), card('b')]), ['reveal', 0]);
    const ticked = doing(revealed, ['tick', nextDay]);
    expect(ticked).not.toBe(revealed);
    const [graded, gradedAfterTick] = [revealed, ticked].map((each) => doing(each, ['grade', nextDay, 3]));
    expect(graded?.events).toEqual(gradedAfterTick?.events);
    const { memory } = stateIn(graded as Session, 'a');
    expect(memory).toMatchObject({ lastDay: studyDayOf(NOON + nextDay, 'UTC', 4) });
  });

  it('running backwards does not turn the order of answers about', () => {
    const params: SchedulingParams = { ...DEFAULT_PARAMS, learningStepsMinutes: [1, 10] };
    const session = grading(start([card('a')], NOON, { params }), [HOUR_MS, 1], [0, 3]);
    const [first, second] = session.events;
    expect(second?.answeredAt).toBe((first?.answeredAt ?? 0) + 1);
  });

  it('known to be behind is put right for memories, and told as it is in events', () => {
    const twoDaysAgo = NOON - 2 * DAY_MS;
    const params: SchedulingParams = { ...DEFAULT_PARAMS, learningStepsMinutes: [60] };
    const session = grading(
      start([card('a'), inReview('r')], twoDaysAgo, { params }),
      [-2 * DAY_MS, 1],
      [-2 * DAY_MS + 5, 3],
    );
    expect(session.events[0]).toMatchObject({ answeredAt: twoDaysAgo, tookMs: 0 });
    expect(stateIn(session, 'a').memory).toMatchObject({ lastAt: NOON, dueAt: NOON + HOUR_MS });
    expect(stateIn(session, 'r').memory).toMatchObject({ lastDay: studyDayOf(NOON, 'UTC', 4) });
    expect(session.screen).toEqual({ kind: 'waiting', resumesAt: twoDaysAgo + 40 * MINUTE_MS });
  });

  it('that reads later than the sitting was built is believed: the sitting may have waited offline', () => {
    expect(start([card('a')], NOON + 3 * DAY_MS).clockBehindMs).toBe(0);
    expect(start([card('a')], NOON - MINUTE_MS).clockBehindMs).toBe(0);
  });
});

describe('a refill', () => {
  const refill = (
    session: Session,
    cards: readonly QueuedCard[],
    remaining = { learning: 0, review: 0, new: 0 },
  ) =>
    reduceSession(session, {
      type: 'refill',
      cards,
      remaining,
      at: NOON + 60_000,
      tz: 'UTC',
      nextPresentationId: 'more',
    });

  it('adds cards after those that wait, and takes no card or sibling it has met', () => {
    const session = grading(start([card('a'), card('b')]), [0, 4]);
    const sibling = { ...card('z'), siblings: 'deck/a' };
    const more = refill(session, [card('a'), card('b'), sibling, card('c')], {
      learning: 0,
      review: 0,
      new: 2,
    });
    expect(heldCards(more).map(({ uid }) => uid)).toEqual(['b', 'c', 'a']);
    expect(countsLeft(more)).toEqual({ learning: 0, review: 0, new: 2 });
  });

  it('goes on where the sitting was done or waiting', () => {
    const done = start([]);
    const more = refill(done, [card('a')]);
    expect(more.screen).toMatchObject({
      kind: 'front',
      showing: { presentationId: 'more', card: { uid: 'a' } },
    });
  });

  it('survives the undoing of what was before it', () => {
    const session = refill(grading(start([card('a')]), [0, 4]), [card('b')]);
    const undone = doing(session, ['undo', 120_000]);
    expect(heldCards(undone).map(({ uid }) => uid)).toEqual(['a', 'b']);
  });

  it('is wanted while the server has more and few cards wait', () => {
    const remaining = { learning: 0, review: 30, new: 5 };
    const session = start([card('a')], NOON, { remaining });
    expect(countsLeft(session)).toEqual(remaining);
    expect(wantsRefill(session)).toBe(true);
    expect(wantsRefill(start([card('a')]))).toBe(false);
    const many = Array.from({ length: 20 }, (_, index) => card(`m${index}`));
    expect(wantsRefill(start(many, NOON, { remaining }))).toBe(false);
    expect(wantsRefill(refill(session, [], remaining))).toBe(false);
  });
});

describe('what was done in another tab', () => {
  const answered = (uid: string, after: number, id = '9000'): SentEvent => ({
    kind: 'bury',
    id: id as EventId,
    cardUid: uid as CardUid,
    answeredAt: NOON + after,
    tz: 'UTC',
  });
  const told = (session: Session, ...events: readonly SentEvent[]) =>
    reduceSession(session, {
      type: 'elsewhere',
      events,
      at: NOON + 60_000,
      tz: 'UTC',
      nextPresentationId: 'on',
    });

  it('is not asked here: the next card is shown in its place, and it is counted no more', () => {
    const session = told(
      start([card('a'), card('b'), card('c')]),
      answered('a', 1_000),
      answered('b', 2_000),
    );
    expect(session.screen).toMatchObject({ kind: 'front', showing: { presentationId: 'on' } });
    expect([shownUid(session), countsLeft(session).new]).toEqual(['c', 1]);
    expect(summaryOf(session).answered).toBe(0);
  });

  it('does not take an answer away that is being looked at', () => {
    const revealed = doing(start([card('a'), card('b')]), ['reveal', 1_000]);
    const session = told(revealed, answered('a', 2_000), answered('b', 3_000));
    expect(session.screen).toBe(revealed.screen);
    expect(grading(session, [4_000, 4]).screen.kind).toBe('done');
  });

  it('does not come back by undo', () => {
    const session = told(grading(start([card('a'), card('b'), card('c')]), [0, 4]), answered('b', 1_000));
    const undone = doing(session, ['undo', 120_000]);
    expect(shownUid(undone)).toBe('a');
    expect(countsLeft(undone).new).toBe(2);
  });

  it('ends the sitting if nothing else is left', () => {
    expect(told(start([card('a')]), answered('a', 1_000)).screen.kind).toBe('done');
  });

  it('changes nothing if it was taken back, if the card’s state has it in it, or of a card that is not here', () => {
    const session = start([inReview('a'), card('b')]);
    const event = answered('a', 1_000);
    const taken = { ...event, id: '9001' as EventId, kind: 'void' as const, targetId: event.id };
    expect(told(session, event, taken)).toBe(session);
    expect(told(session, answered('a', -11 * DAY_MS))).toBe(session);
    expect(told(session, answered('a', 1_000, '0'))).toBe(session);
    expect(told(session, answered('z', 1_000))).toBe(session);
  });
});

describe('the summary', () => {
  it('says what was answered, how, how long it took, and what returns first', () => {
    const session = grading(start([inReview('r'), card('n')]), [3_000, 3], [5_000, 1]);
    const { memory } = stateIn(session, 'n');
    expect(summaryOf(doing(session, ['bury', 6_000]))).toEqual({
      answered: 2,
      grades: { 1: 1, 2: 0, 3: 1, 4: 0 },
      tookMs: 5_000,
      nextReturnAt: memory.kind === 'scheduled' ? memory.dueAt : null,
    });
  });
});
