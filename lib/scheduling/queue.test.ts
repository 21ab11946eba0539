import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardUid } from '@/lib/base/ids';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '@/lib/base/time';
import { DEFAULT_PARAMS, retrievability } from './fsrs';
import { type CardState, NEW_CARD, type StudyDay } from './model';
import { type Candidate, LEARN_AHEAD_MS, planQueue, type QueueRequest } from './queue';

const NOW = Date.UTC(2026, 5, 15, 12);
const DAY = Math.floor(NOW / DAY_MS) as StudyDay;

type Rest = Partial<Pick<CardState, 'suspended' | 'buriedDay'>> & {
  siblings?: string;
  stability?: number;
  metDaysAgo?: number;
};

function newCard(uid: string, { siblings = `deck/${uid}`, ...rest }: Rest = {}): Candidate {
  return { uid: uid as CardUid, siblings, version: 1, state: { ...NEW_CARD, ...rest } };
}

function dueCard(
  uid: string,
  phase: 'learning' | 'review',
  dueAt: Instant,
  { siblings = `deck/${uid}`, stability = 10, metDaysAgo = 10, ...rest }: Rest = {},
): Candidate {
  const lastDay = (DAY - metDaysAgo) as StudyDay;
  const memory = {
    kind: 'scheduled' as const,
    phase,
    step: 0,
    stability,
    difficulty: 5,
    lastAt: lastDay * DAY_MS,
    lastDay,
    dueAt,
    intervalDays: phase === 'review' ? 10 : 0,
    reps: 3,
    lapses: 0,
  };
  return {
    uid: uid as CardUid,
    siblings,
    version: 1,
    state: { ...NEW_CARD, ...rest, memory, introducedDay: lastDay },
  };
}

function plan(request: Partial<QueueRequest>) {
  return planQueue({
    now: NOW,
    day: DAY,
    params: DEFAULT_PARAMS,
    due: [],
    news: [],
    newOrder: 'deck',
    answeredSiblings: [],
    limits: { newPerDay: 20, reviewsPerDay: 200 },
    introducedToday: 0,
    reviewedToday: 0,
    seed: 1,
    size: 100,
    ...request,
  });
}

function uidsOf(request: Partial<QueueRequest>): readonly string[] {
  return plan(request).cards.map(({ uid }) => uid);
}

const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

describe('the queue of a day', () => {
  it('asks learning cards first, soonest first, those within the learn-ahead time included', () => {
    const due = [
      dueCard('r', 'review', NOW - DAY_MS),
      dueCard('ahead', 'learning', NOW + LEARN_AHEAD_MS),
      dueCard('later', 'learning', NOW + LEARN_AHEAD_MS + 1),
      dueCard('now', 'learning', NOW - MINUTE_MS),
    ];
    const { cards, remaining } = plan({ due });
    expect(cards.map(({ uid, queue }) => [uid, queue])).toEqual([
      ['now', 'learning'],
      ['ahead', 'learning'],
      ['r', 'review'],
    ]);
    expect(remaining).toEqual({ learning: 3, review: 1, new: 0 });
  });

  it('asks the reviews that are nearest to being forgotten first', () => {
    const due = [
      dueCard('firm', 'review', NOW - 5 * DAY_MS, { stability: 100 }),
      dueCard('weak', 'review', NOW - DAY_MS, { stability: 2 }),
      dueCard('fair', 'review', NOW - 2 * DAY_MS, { stability: 20 }),
    ];
    expect(uidsOf({ due })).toEqual(['weak', 'fair', 'firm']);
  });

  it('takes the limit of reviews by due date, whatever their recall', () => {
    const due = [
      dueCard('firm', 'review', NOW - 5 * DAY_MS, { stability: 100 }),
      dueCard('weak', 'review', NOW - DAY_MS, { stability: 2 }),
      dueCard('fair', 'review', NOW - 2 * DAY_MS, { stability: 20 }),
    ];
    expect(uidsOf({ due, limits: { newPerDay: 20, reviewsPerDay: 2 } })).toEqual(['fair', 'firm']);
  });

  it.each([
    {
      reviewedToday: 0,
      introducedToday: 0,
      left: [3, 2],
      caption: 'all of the limits are left in the morning',
    },
    { reviewedToday: 2, introducedToday: 1, left: [1, 1], caption: 'what was done today is used up' },
    {
      reviewedToday: 9,
      introducedToday: 9,
      left: [0, 0],
      caption: 'doing more than the limit leaves nothing',
    },
  ])('$caption', ({ reviewedToday, introducedToday, left }) => {
    const { remaining, cards } = plan({
      due: many(5, (index) => dueCard(`r${index}`, 'review', NOW - index)),
      news: many(5, (index) => newCard(`n${index}`)),
      limits: { newPerDay: 2, reviewsPerDay: 3 },
      reviewedToday,
      introducedToday,
    });
    expect([remaining.review, remaining.new]).toEqual(left);
    expect(cards).toHaveLength((left[0] ?? 0) + (left[1] ?? 0));
  });

  it('limits no card on a step: what was begun is finished', () => {
    const due = many(5, (index) => dueCard(`l${index}`, 'learning', NOW));
    expect(uidsOf({ due, limits: { newPerDay: 0, reviewsPerDay: 0 } })).toHaveLength(5);
  });

  it.each([
    { reviews: 4, news: 2, order: 'rnrrnr' },
    { reviews: 2, news: 4, order: 'nrnnrn' },
    { reviews: 9, news: 1, order: 'rrrrrnrrrr' },
    { reviews: 0, news: 3, order: 'nnn' },
    { reviews: 3, news: 0, order: 'rrr' },
  ])('spreads $news new cards evenly among $reviews reviews', ({ reviews, news, order }) => {
    const { cards } = plan({
      due: many(reviews, (index) => dueCard(`r${index}`, 'review', NOW - index)),
      news: many(news, (index) => newCard(`n${index}`)),
    });
    expect(cards.map(({ queue }) => queue[0]).join('')).toBe(order);
  });

  it('asks new cards in the order of the deck, or in one drawn from the seed', () => {
    const news = many(12, (index) => newCard(`n${index}`));
    const inOrder = news.map(({ uid }) => uid);
    expect(uidsOf({ news })).toEqual(inOrder);
    const drawn = uidsOf({ news, newOrder: 'random', seed: 7 });
    expect(drawn).not.toEqual(inOrder);
    expect([...drawn].sort()).toEqual([...inOrder].sort());
    expect(uidsOf({ news, newOrder: 'random', seed: 7 })).toEqual(drawn);
    expect(uidsOf({ news, newOrder: 'random', seed: 8 })).not.toEqual(drawn);
  });

  it('returns no more than asked for, and counts the rest of the day', () => {
    const { cards, remaining } = plan({ news: many(15, (index) => newCard(`n${index}`)), size: 4 });
    expect(cards).toHaveLength(4);
    expect(remaining.new).toBe(15);
  });

  it.each([
    { caption: 'suspended', state: { suspended: true } },
    { caption: 'buried for today', state: { buriedDay: DAY } },
    {
      caption: 'buried for a day still to come, after a flight west',
      state: { buriedDay: (DAY + 1) as StudyDay },
    },
  ])('leaves out cards that are $caption', ({ state }) => {
    const due = [dueCard('l', 'learning', NOW, state), dueCard('r', 'review', NOW, state)];
    expect(plan({ due, news: [newCard('n', state)] })).toEqual({
      cards: [],
      remaining: { learning: 0, review: 0, new: 0 },
      resting: 0,
    });
  });

  it('asks again what was buried yesterday', () => {
    expect(uidsOf({ news: [newCard('n', { buriedDay: (DAY - 1) as StudyDay })] })).toEqual(['n']);
  });

  it('asks no review before it is due, as after a flight west', () => {
    expect(uidsOf({ due: [dueCard('r', 'review', NOW + HOUR_MS)] })).toEqual([]);
  });
});

describe('siblings', () => {
  const siblings = 'deck/unit';

  it('that rest are counted, whether the other was answered or is asked', () => {
    const news = [
      newCard('a', { siblings }),
      newCard('b', { siblings }),
      newCard('c', { siblings }),
      newCard('d'),
    ];
    expect(plan({ news }).resting).toBe(2);
    expect(plan({ news, answeredSiblings: [siblings] }).resting).toBe(3);
    const due = [dueCard('r', 'review', NOW, { siblings }), dueCard('s', 'review', NOW, { siblings })];
    expect(plan({ due, news }).resting).toBe(4);
  });

  it('that rest are not counted where the day had no room for them anyway', () => {
    const news = [newCard('a', { siblings }), newCard('b', { siblings }), newCard('c', { siblings })];
    expect(plan({ news, limits: { newPerDay: 2, reviewsPerDay: 200 } }).resting).toBe(1);
    expect(plan({ news, limits: { newPerDay: 1, reviewsPerDay: 200 } }).resting).toBe(0);
    expect(plan({ news, introducedToday: 25 }).resting).toBe(0);
  });

  it('that are suspended do not rest until tomorrow', () => {
    const news = [newCard('a', { siblings }), newCard('b', { siblings, suspended: true })];
    expect(plan({ news }).resting).toBe(0);
  });

  it.each([
    {
      caption: 'a step before a review',
      due: ['learning', 'review'] as const,
      news: false,
      asked: ['learning'],
    },
    { caption: 'a step before a new card', due: ['learning'] as const, news: true, asked: ['learning'] },
    { caption: 'a review before a new card', due: ['review'] as const, news: true, asked: ['review'] },
  ])('are asked one a day: $caption', ({ due, news, asked }) => {
    const request = {
      due: due.map((phase) => dueCard(phase, phase, NOW - 1, { siblings })),
      news: news ? [newCard('new', { siblings })] : [],
    };
    expect(uidsOf(request)).toEqual(asked);
  });

  it('are asked one a day: of two reviews the one due longer, of two new ones the first', () => {
    const due = [
      dueCard('young', 'review', NOW - 1, { siblings }),
      dueCard('old', 'review', NOW - DAY_MS, { siblings }),
    ];
    expect(uidsOf({ due })).toEqual(['old']);
    expect(uidsOf({ news: [newCard('first', { siblings }), newCard('second', { siblings })] })).toEqual([
      'first',
    ]);
  });

  it('of a card answered today rest until tomorrow', () => {
    const due = [
      dueCard('r', 'review', NOW - 1, { siblings }),
      dueCard('l', 'learning', NOW - 1, { siblings }),
    ];
    expect(uidsOf({ due, news: [newCard('n', { siblings })], answeredSiblings: [siblings] })).toEqual([]);
  });

  it('do not keep a card from its own next step today', () => {
    const due = [dueCard('l', 'learning', NOW - 1, { siblings, metDaysAgo: 0 })];
    expect(uidsOf({ due, answeredSiblings: [siblings] })).toEqual(['l']);
  });

  it('of a card whose step comes later today rest as well', () => {
    const due = [dueCard('l', 'learning', NOW + 2 * HOUR_MS, { siblings })];
    expect(uidsOf({ due, news: [newCard('n', { siblings })] })).toEqual([]);
  });

  it('of a review beyond the day’s limit may be asked in its place', () => {
    const due = [dueCard('r', 'review', NOW - 1, { siblings })];
    const limits = { newPerDay: 20, reviewsPerDay: 0 };
    expect(uidsOf({ due, news: [newCard('n', { siblings })], limits })).toEqual(['n']);
  });
});

describe('any queue', () => {
  const aUnit = fc.nat(12).map((number) => `deck/u${number}`);
  const aRest = fc.record({
    siblings: aUnit,
    suspended: fc.boolean(),
    buriedDay: fc.constantFrom(null, DAY, (DAY - 1) as StudyDay),
    stability: fc.double({ min: 0.01, max: 1_000, noNaN: true }),
    metDaysAgo: fc.nat(3),
  });
  const aRequest = fc.record({
    due: fc.array(
      fc.tuple(
        fc.constantFrom('learning' as const, 'review' as const),
        fc.integer({ min: -90, max: 90 }),
        aRest,
      ),
      { maxLength: 30 },
    ),
    news: fc.array(aRest, { maxLength: 30 }),
    answeredSiblings: fc.array(aUnit, { maxLength: 4 }),
    limits: fc.record({ newPerDay: fc.nat(10), reviewsPerDay: fc.nat(10) }),
    introducedToday: fc.nat(12),
    reviewedToday: fc.nat(12),
    newOrder: fc.constantFrom('deck' as const, 'random' as const),
    seed: fc.nat(),
    size: fc.nat(40),
  });
  const built = aRequest.map(({ due, news, ...rest }) => ({
    ...rest,
    due: due.map(([phase, minutes, card], index) =>
      dueCard(`d${index}`, phase, NOW + minutes * MINUTE_MS, card),
    ),
    news: news.map(({ siblings, suspended, buriedDay }, index) =>
      newCard(`n${index}`, { siblings, suspended, buriedDay }),
    ),
  }));

  it('keeps the limits, asks no two siblings, and only candidates that may be asked, each once', () => {
    fc.assert(
      fc.property(built, (request) => {
        const { cards, remaining } = plan(request);
        const candidates = new Map([...request.due, ...request.news].map((card) => [card.uid, card]));
        expect(cards.length).toBeLessThanOrEqual(request.size);
        expect(remaining.new).toBeLessThanOrEqual(
          Math.max(0, request.limits.newPerDay - request.introducedToday),
        );
        expect(remaining.review).toBeLessThanOrEqual(
          Math.max(0, request.limits.reviewsPerDay - request.reviewedToday),
        );
        expect(new Set(cards.map(({ uid }) => uid)).size).toBe(cards.length);
        expect(new Set(cards.map(({ siblings }) => siblings)).size).toBe(cards.length);
        for (const { queue, ...card } of cards) {
          expect(card).toEqual(candidates.get(card.uid));
          expect(card.state.suspended).toBe(false);
          expect(card.state.buriedDay).not.toBe(DAY);
          expect(remaining[queue]).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the same for the same day, whatever the order of the rows that are due', () => {
    const shuffled = built.chain((request) =>
      fc.tuple(fc.constant(request), fc.shuffledSubarray(request.due, { minLength: request.due.length })),
    );
    fc.assert(
      fc.property(shuffled, ([request, due]) => {
        expect(plan({ ...request, due })).toEqual(plan(request));
      }),
      { numRuns: 300 },
    );
  });

  it('asks reviews by rising recall', () => {
    fc.assert(
      fc.property(built, (request) => {
        const reviews = plan(request).cards.filter(({ queue }) => queue === 'review');
        const recall = reviews.map(({ state }) => retrievability(state.memory, DAY, DEFAULT_PARAMS));
        expect(recall).toEqual(recall.toSorted((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });
});
