import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardUid, EventId } from '@/lib/base/ids';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/base/time';
import { DEFAULT_PARAMS } from './fsrs';
import { SentEvent } from './inputs';
import { aGrade, IDENTITY } from './log.arbitrary';
import type { CardState, Grade, LogEvent, SchedulingParams } from './model';
import { LEARN_AHEAD_MS, queueOf } from './queue';
import { replay } from './replay';
import { reduceSession, startSession } from './session';
import { countByQueue } from './session-board';
import type { Session, SessionAction } from './session-model';
import { countsLeft, heldCards, summaryOf, waitingCards } from './session-summary';
import type { QueuedCard } from './sitting';
import { studyDayOf } from './study-day';

const NOON = Date.UTC(2026, 5, 15, 12);
const { learnerId } = IDENTITY;

type Deed = Readonly<{ type: SessionAction['type']; step: number; grade: Grade }>;
type Story = Readonly<{
  pasts: readonly (readonly LogEvent[])[];
  params: SchedulingParams;
  deeds: readonly Deed[];
}>;

/** What a card went through before the sitting: nothing, a step just now, or a graduation days ago. */
const aPast = fc.constantFrom<readonly LogEvent[]>(
  [],
  [pastReview(1, 3, NOON - 12 * MINUTE_MS)],
  [pastReview(1, 1, NOON)],
  [pastReview(1, 4, NOON - 9 * DAY_MS)],
  [pastReview(1, 4, NOON - 40 * DAY_MS), pastReview(2, 3, NOON - 30 * DAY_MS)],
);
const someParams = fc.constantFrom<SchedulingParams>(
  DEFAULT_PARAMS,
  { ...DEFAULT_PARAMS, learningStepsMinutes: [1, 60], relearningStepsMinutes: [45] },
  { ...DEFAULT_PARAMS, learningStepsMinutes: [], relearningStepsMinutes: [] },
);
/** How the clock moves between two deeds: not at all, a little, most of a day, or back. */
const aStep = fc.oneof(
  fc.constant(0),
  fc.nat(20_000),
  fc.nat(30 * MINUTE_MS),
  fc.nat(20 * HOUR_MS),
  fc.integer({ min: -HOUR_MS, max: 0 }),
);
const anAnswer = fc.record({ step: aStep, grade: aGrade }).map((deed): readonly Deed[] => [
  { ...deed, type: 'reveal' },
  { ...deed, type: 'grade', step: 3_000 },
]);
const aSingleDeed = fc
  .record({
    type: fc.constantFrom<SessionAction['type']>(
      'reveal',
      'grade',
      'bury',
      'suspend',
      'undo',
      'undo',
      'tick',
      'refill',
      'elsewhere',
    ),
    step: aStep,
    grade: aGrade,
  })
  .map((deed): readonly Deed[] => [deed]);
const aStory: fc.Arbitrary<Story> = fc.record({
  pasts: fc.array(aPast, { maxLength: 4 }),
  params: someParams,
  deeds: fc
    .array(fc.oneof({ arbitrary: anAnswer, weight: 2 }, { arbitrary: aSingleDeed, weight: 1 }), {
      maxLength: 10,
    })
    .map((deeds) => deeds.flat()),
});

/** Tells a story, and after every deed whatever wants to watch: session before and after, the action, the clock. */
function tell(
  story: Story,
  watch: (before: Session, after: Session, action: SessionAction) => void,
): Session {
  let at = NOON;
  let session = begin(story);
  story.deeds.forEach(({ type, step, grade }, index) => {
    at = Math.max(NOON, at + step);
    const [eventId, nextPresentationId] = [uuid(7, 1_000 + index) as EventId, uuid(4, 1_000 + index)];
    const cards = [newCard(500 + index, story.params), newCard(0, story.params)];
    const fill = { cards, remaining: { learning: 0, review: 0, new: 2 } };
    const events = elsewhereIn(session, index, at);
    const action = {
      type,
      at,
      tz: 'UTC',
      eventId,
      nextPresentationId,
      grade,
      events,
      ...fill,
    } as SessionAction;
    const after = reduceSession(session, action);
    watch(session, after, action);
    session = after;
  });
  return session;
}

/** Two of the cards that wait, answered in another tab just now; of the story only the index decides which. */
function elsewhereIn(session: Session, index: number, at: number): readonly SentEvent[] {
  const cards = waitingCards(session).filter((_, place) => place % 3 === index % 3);
  return cards.slice(0, 2).map(({ uid }, place) => ({
    kind: 'bury',
    id: uuid(7, 20_000 + 2 * index + place) as EventId,
    cardUid: uid,
    answeredAt: at,
    tz: 'UTC',
  }));
}

function begin({ pasts, params }: Story): Session {
  const cards = pasts.map((past, index) => cardWith(past, index, params));
  const common = { learnerId, params, tz: 'UTC', builtAt: NOON, day: studyDayOf(NOON, 'UTC', 4) };
  const sitting = { ...common, cards, remaining: countByQueue(cards), resting: 0 };
  return startSession(sitting, { at: NOON, tz: 'UTC', nextPresentationId: uuid(4, 999) });
}

function newCard(index: number, params: SchedulingParams): QueuedCard {
  return cardWith([], index, params);
}

function cardWith(past: readonly LogEvent[], index: number, params: SchedulingParams): QueuedCard {
  const uid = uuid(4, index) as CardUid;
  const state = replay(past, params, { learnerId, cardUid: uid });
  return { uid, siblings: `deck/unit-${index}`, version: 1, queue: queueOf(state.memory), state };
}

function pastReview(index: number, grade: Grade, effectiveAt: number): LogEvent {
  return { kind: 'review', id: uuid(7, index) as EventId, effectiveAt, tz: 'UTC', grade, placedDays: null };
}

function uuid(version: 4 | 7, number: number): string {
  return `00000000-0000-${version}000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** A state as far as a void leaves no trace: an undone card is as before, while the log ends with the void. */
function known({ lastEvent: _, ...state }: CardState) {
  return state;
}

function uidsIn(session: Session): readonly string[] {
  return heldCards(session)
    .map(({ uid }) => uid)
    .sort();
}

function shownIn({ screen }: Session): QueuedCard | null {
  return screen.kind === 'front' || screen.kind === 'back' ? screen.showing.card : null;
}

describe('any sitting', () => {
  it('I5 has every card in the state that a replay of its past and the sitting’s events gives', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        const session = tell(story, () => {});
        for (const { uid, state } of heldCards(session)) {
          const past = story.pasts[Number.parseInt(uid.slice(-12), 16)] ?? [];
          const events = session.events.filter(({ cardUid }) => cardUid === uid);
          const log = [
            ...past,
            ...events.map((event): LogEvent => ({ ...event, effectiveAt: event.answeredAt })),
          ];
          const replayed = replay(log, story.params, { learnerId, cardUid: uid });
          expect(known(state)).toEqual(known(replayed));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('loses no card and doubles none', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        tell(story, (before, after, { type }) => {
          const uids = uidsIn(after);
          expect(new Set(uids).size).toBe(uids.length);
          if (type === 'refill') expect(uids).toEqual(expect.arrayContaining([...uidsIn(before)]));
          else expect(uids).toEqual(uidsIn(before));
        });
      }),
      { numRuns: 300 },
    );
  });

  it('I8 changes the state of one card at most with each action', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        tell(story, (before, after) => {
          const states = new Map(heldCards(before).map(({ uid, state }) => [uid, state]));
          const changed = heldCards(after).filter(({ uid, state }) => states.get(uid) !== state);
          const known = changed.filter(({ uid }) => states.has(uid));
          expect(known.length).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('I6 is by undo exactly as before, but for the showing’s id and moment', () => {
    fc.assert(
      fc.property(
        aStory,
        aGrade,
        aStep,
        fc.constantFrom('grade' as const, 'bury' as const, 'suspend' as const),
        (story, grade, step, type) => {
          const reached = tell(story, () => {});
          const at = (reached.events.at(-1)?.answeredAt ?? NOON) + 1_000;
          const ids = (number: number) => ({
            eventId: uuid(7, number) as EventId,
            nextPresentationId: uuid(4, number),
            tz: 'UTC',
          });
          const revealed = reduceSession(reached, { type: 'reveal', at, tz: 'UTC' });
          const acted = reduceSession(revealed, { type, grade, at, ...ids(5_000) } as SessionAction);
          const undone = reduceSession(acted, { type: 'undo', at: at + step, ...ids(6_000) });
          const shown = shownIn(reached);
          if (shown === null) {
            expect(acted).toBe(reached);
            return;
          }
          expect(undone.screen).toMatchObject({ kind: 'front', showing: { card: shown } });
          const { screen: _, events, ...rest } = undone;
          const { screen: __, events: eventsBefore, ...restBefore } = reached;
          expect(rest).toEqual(restBefore);
          expect(events.slice(0, -2)).toEqual(eventsBefore);
          expect(events.at(-1)).toMatchObject({ kind: 'void', targetId: uuid(7, 5_000) });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('I6 can be undone to where the first answer was given', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        const alone = story.deeds.filter(({ type }) => type !== 'refill' && type !== 'elsewhere');
        let beginning: Session | null = null;
        let session = tell({ ...story, deeds: alone }, (before) => {
          if (before.events.length === 0) beginning = before;
        });
        if (session.events.length === 0 || beginning === null) return;
        for (let index = 0; session.acts.length > 0; index += 1) {
          const ids = {
            eventId: uuid(7, 9_000 + index) as EventId,
            nextPresentationId: uuid(4, 9_000 + index),
          };
          session = reduceSession(session, { type: 'undo', at: NOON, tz: 'UTC', ...ids });
        }
        expect(session.board).toEqual((beginning as Session).board);
        expect(shownIn(session)).toEqual(shownIn(beginning));
        expect(summaryOf(session).answered).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('asks no card that was answered in another tab, undo or not, unless its answer is on screen', () => {
    fc.assert(
      fc.property(aStory, fc.nat(20), (story, index) => {
        const reached = tell(story, () => {});
        const at = (reached.events.at(-1)?.answeredAt ?? NOON) + 1_000;
        const events = elsewhereIn(reached, index, at);
        const ids = { nextPresentationId: uuid(4, 7_000), tz: 'UTC' };
        const told = reduceSession(reached, { type: 'elsewhere', events, at, ...ids });
        const gone = events.map(({ cardUid }) => cardUid);
        const seen = reached.screen.kind === 'back' ? reached.screen.showing.card.uid : null;
        const waiting = waitingCards(told).map(({ uid }) => uid);
        expect(waiting.filter((uid) => gone.includes(uid) && uid !== seen)).toEqual([]);
        if (seen !== null) expect(told.screen).toBe(reached.screen);
        expect(told.events).toBe(reached.events);
        expect(reduceSession(told, { type: 'elsewhere', events, at, ...ids })).toBe(told);
        if (told.acts.length === 0) return;
        const eventId = uuid(7, 7_001) as EventId;
        const undone = reduceSession(told, { type: 'undo', eventId, at: at + 1_000, ...ids });
        const acted = told.acts.at(-1)?.card.uid;
        const others = waitingCards(undone).map(({ uid }) => uid);
        expect(others.filter((uid) => gone.includes(uid) && uid !== acted && uid !== seen)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('asks no card twice in a row while another may be asked and is due', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        tell(story, (before, after, { type }) => {
          const [asked, next] = [shownIn(before), shownIn(after)];
          if (type !== 'grade' || before === after || asked?.uid !== next?.uid || next === null) return;
          const now = after.events.at(-1)?.answeredAt ?? 0;
          const others = waitingCards(after).filter(({ uid }) => uid !== next.uid);
          const mayBeAsked = others.filter(({ state: { memory }, queue }) => {
            if (queue !== 'learning' || memory.kind === 'new') return true;
            return memory.dueAt <= now;
          });
          expect(mayBeAsked).toEqual([]);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('waits or ends only when nothing may be asked, and goes on at the instant it named', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        tell(story, (_, after, { at }) => {
          if (shownIn(after)) return;
          const now = Math.max(at, after.events.at(-1)?.answeredAt ?? 0);
          for (const { queue, state } of waitingCards(after)) {
            expect(queue).toBe('learning');
            const dueAt = state.memory.kind === 'scheduled' ? state.memory.dueAt : 0;
            // A sitting that waits is told of the time by ticks: it may be late to know, never early.
            if (after.screen.kind === 'waiting')
              expect(after.screen.resumesAt).toBeLessThanOrEqual(dueAt - LEARN_AHEAD_MS);
          }
          if (after.screen.kind !== 'waiting') return;
          const { resumesAt } = after.screen;
          const tick = {
            type: 'tick',
            at: Math.max(resumesAt, now),
            tz: 'UTC',
            nextPresentationId: uuid(4, 1),
          } as const;
          expect(shownIn(reduceSession(after, tick))).not.toBeNull();
        });
      }),
      { numRuns: 300 },
    );
  });

  it('sends nothing that the border would refuse, in the order it happened', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        const { events } = tell(story, (before, after) => {
          expect(after.events.slice(0, before.events.length)).toEqual(before.events);
        });
        for (const event of events) expect(SentEvent.parse(event)).toEqual(event);
        const instants = events.map(({ answeredAt }) => answeredAt);
        expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b));
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      }),
      { numRuns: 300 },
    );
  });

  it('places each answer as its event says, and as the button said on the same study day', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        tell(story, (before, after, action) => {
          const event = after.events.at(-1);
          if (action.type !== 'grade' || before === after || event?.kind !== 'review') return;
          if (before.screen.kind !== 'back') throw new Error('A card was graded that was not revealed.');
          const { memory } = heldCards(after).find(({ uid }) => uid === event.cardUid)?.state ?? {};
          if (memory?.kind !== 'scheduled') throw new Error('A graded card is scheduled.');
          expect(memory.intervalDays).toBe(event.placedDays ?? 0);
          const { previewed, previews } = before.screen.showing;
          if (studyDayOf(previewed.at, 'UTC', 4) === memory.lastDay) {
            expect(event.placedDays).toBe(previews[event.grade].placedDays);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it('counts what is left: no fewer than the cards that wait here', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        tell(story, (_, after) => {
          const [left, here] = [countsLeft(after), countByQueue(waitingCards(after))];
          for (const queue of ['learning', 'review', 'new'] as const) {
            expect(left[queue]).toBeGreaterThanOrEqual(here[queue]);
          }
        });
      }),
      { numRuns: 300 },
    );
  });
});
