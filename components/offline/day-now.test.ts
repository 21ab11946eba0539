import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardUid, EventId, LearnerId } from '@/lib/base/ids';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/base/time';
import type { Db } from '@/lib/db/connect';
import { answerCards } from '@/lib/ops/scheduling/answer-cards';
import { getDay } from '@/lib/ops/scheduling/get-day';
import type { SentEvent } from '@/lib/scheduling/inputs';
import type { Grade } from '@/lib/scheduling/model';
import type { QueuedCard } from '@/lib/scheduling/sitting';
import { emptyDatabase } from '@/lib/testing/database';
import { ctxOf, guest, NOW, newUids, publishCards, review, voidOf } from '@/lib/testing/study';
import { dayNow } from './day-now';
import type { KeptDay } from './kept-day';

const TZ = 'Europe/Berlin';

describe('a kept day', () => {
  it('shows what the server would show once it has the answers, that day and the next three, whatever was answered, undone and put away', async () => {
    const { db } = await study(100);
    const step = fc.record({
      card: fc.nat(19),
      what: fc.constantFrom('review', 'review', 'review', 'undo', 'bury', 'suspend'),
      grade: fc.constantFrom<Grade>(1, 2, 3, 4),
      afterMs: fc.integer({ min: 1_000, max: 12 * MINUTE_MS }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), fc.nat(3), async (steps, daysLater) => {
        const learner = await guest(db);
        const kept = await keptAt(db, learner, NOW);
        const answers = eventsOf(kept, steps);
        const delivered = (answers.at(-1)?.answeredAt ?? NOW) + MINUTE_MS;
        const at = delivered + daysLater * DAY_MS;
        const here = dayNow(kept, unsent(answers), { at, tz: TZ });
        await deliver(db, learner, answers, delivered);
        const there = await keptAt(db, learner, at);
        expect(byUid(here.sitting.cards)).toEqual(byUid(dayNow(there, [], { at, tz: TZ }).sitting.cards));
        expect(here.today).toEqual({ ...there.today, paceMs: kept.today.paceMs });
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('counts an answer once that the server had when the day was kept', async () => {
    const { db, learnerId, uids } = await study(10);
    const answered = review(uids[0] as CardUid, { grade: 1 });
    await deliver(db, learnerId, [answered], NOW);
    const kept = await keptAt(db, learnerId, NOW + MINUTE_MS);
    const now = { at: NOW + 2 * MINUTE_MS, tz: TZ };
    const acknowledged = [{ event: answered, effectiveAt: answered.answeredAt }];
    expect(dayNow(kept, acknowledged, now)).toEqual(dayNow(kept, [], now));
    expect(dayNow(kept, acknowledged, now).today.answered).toBe(1);
  });

  it('holds cards on a step that return later, so that a sitting can wait for them', async () => {
    const { db, learnerId, uids } = await study(10);
    await deliver(db, learnerId, [review(uids[0] as CardUid, { grade: 3 })], NOW);
    const kept = await keptAt(db, learnerId, NOW - HOUR_MS);
    expect(cardsOf(kept)).toContain(uids[0]);
  });

  it('leaves a card to the server when an answer was undone that the day has in it already', async () => {
    const { db, learnerId, uids } = await study(10);
    const answered = review(uids[0] as CardUid, { grade: 1 });
    await deliver(db, learnerId, [answered], NOW);
    const kept = await keptAt(db, learnerId, NOW + 1_000);
    const undone = unsent([answered, voidOf(answered, { answeredAt: NOW + MINUTE_MS })]);
    const at = { at: NOW + 2 * MINUTE_MS, tz: TZ };
    const { sitting } = dayNow(kept, undone, at);
    expect(sitting.cards.map(({ uid }) => uid)).not.toContain(uids[0]);
    expect(sitting.cards).toHaveLength(dayNow(kept, [], at).sitting.cards.length - 1);
  });

  it('asks on the next day what comes due then, and counts that day from nothing', async () => {
    const { db, learnerId, uids } = await study(60);
    const ahead = review(uids[0] as CardUid, { grade: 4, answeredAt: NOW - 8 * DAY_MS });
    await deliver(db, learnerId, [ahead], NOW - 8 * DAY_MS);
    const kept = await keptAt(db, learnerId, NOW);
    const due = kept.stock.due.find(({ uid }) => uid === uids[0]);
    const dueAt = due?.state.memory.kind === 'scheduled' ? due.state.memory.dueAt : NOW;
    const daysLater = Math.max(1, Math.ceil((dueAt - NOW) / DAY_MS));
    const { today, sitting } = dayNow(kept, [], { at: NOW + daysLater * DAY_MS, tz: TZ });
    expect(today).toMatchObject({
      day: kept.today.day + daysLater,
      answered: 0,
      remaining: { review: 1, new: 20 },
    });
    expect(sitting.cards).toContainEqual(expect.objectContaining({ uid: uids[0], queue: 'review' }));
  });

  it('believes the server’s clock where the device’s was behind it', async () => {
    const { db, learnerId, uids } = await study(10);
    const behindMs = 2 * DAY_MS;
    const kept = { ...(await keptAt(db, learnerId, NOW)), askedAt: NOW - behindMs };
    const answers = unsent([review(uids[0] as CardUid, { grade: 1, answeredAt: NOW - behindMs })]);
    const { today } = dayNow(kept, answers, { at: NOW - behindMs + MINUTE_MS, tz: TZ });
    expect(today).toMatchObject({ day: kept.today.day, answered: 1 });
  });
});

async function study(size: number) {
  const db = await emptyDatabase();
  const uids = newUids(size);
  await publishCards(db, uids);
  return { db, uids, learnerId: await guest(db) };
}

async function keptAt(db: Db, learnerId: LearnerId, at: number): Promise<KeptDay> {
  const day = await getDay(ctxOf(db, { kind: 'learner', learnerId }, at));
  if (!day.ok) throw new Error(day.error);
  return { ...day.value, askedAt: at };
}

function cardsOf({ stock }: KeptDay): readonly CardUid[] {
  return [...stock.due, ...stock.news].map(({ uid }) => uid);
}

type Step = Readonly<{ card: number; what: string; grade: Grade; afterMs: number }>;

function eventsOf(kept: KeptDay, steps: readonly Step[]): readonly SentEvent[] {
  let at = NOW;
  const events: SentEvent[] = [];
  const standing: SentEvent[] = [];
  for (const { card, what, grade, afterMs } of steps) {
    at += afterMs;
    const offered = dayNow(kept, [], { at: NOW, tz: TZ }).sitting.cards;
    const cardUid = offered[card % offered.length]?.uid as CardUid;
    const reviewed = review(cardUid, { grade, answeredAt: at });
    if (what === 'undo') {
      const last = standing.pop();
      if (last !== undefined) events.push(voidOf(last, { answeredAt: at }));
    } else if (what === 'review') {
      standing.push(reviewed);
      events.push(reviewed);
    } else {
      const base = { id: reviewed.id as EventId, cardUid, answeredAt: at, tz: TZ };
      const event: SentEvent = { ...base, kind: what === 'bury' ? 'bury' : 'suspend' };
      standing.push(event);
      events.push(event);
    }
  }
  return events;
}

async function deliver(
  db: Db,
  learnerId: LearnerId,
  events: readonly SentEvent[],
  at: number,
): Promise<void> {
  if (events.length === 0) return;
  const ctx = ctxOf(db, { kind: 'learner', learnerId }, at);
  const results = await answerCards(ctx, { learnerId, sentAt: at, events: [...events] });
  expect(results.ok && results.value.every(({ status }) => status === 'stored')).toBe(true);
}

function unsent(events: readonly SentEvent[]) {
  return events.map((event) => ({ event, effectiveAt: null }));
}

/** The cards in one order, without what no longer matters: their place in the log, and a bury that is over. */
function byUid(cards: readonly QueuedCard[]): readonly QueuedCard[] {
  return cards
    .map((card) => ({ ...card, state: { ...card.state, lastEvent: null, buriedDay: null } }))
    .toSorted((left, right) => (left.uid < right.uid ? -1 : 1));
}
