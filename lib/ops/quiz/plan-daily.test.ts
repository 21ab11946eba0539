import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AttemptId, CardUid, LearnerId } from '@/lib/base/ids';
import { DAY_MS, MINUTE_MS } from '@/lib/base/time';
import { casesLogged } from '@/lib/db/case-log';
import { conceptStates } from '@/lib/db/concept-states';
import type { Db } from '@/lib/db/connect';
import { pastShowings } from '@/lib/db/item-history';
import { bankItems } from '@/lib/db/items';
import { findLearner } from '@/lib/db/learners';
import { linkedCards } from '@/lib/db/linked-cards';
import type { Timing } from '@/lib/quiz/model';
import { pickVariant } from '@/lib/quiz/pick-variant';
import { CASES_A_DAY, FEWEST_VARIANTS, todaysCases } from '@/lib/quiz/todays-cases';
import { studyDayOf, studyDayStartsAt } from '@/lib/scheduling/study-day';
import { caseDeck, publishCases, vignette } from '@/lib/testing/cases';
import { emptyDatabase } from '@/lib/testing/database';
import { asLearner, block, change, choose, finish, newAttemptId, reveal, save } from '@/lib/testing/sittings';
import { guest, NOW, PUBLISHED_AT, review } from '@/lib/testing/study';
import { answerCards } from '../scheduling/answer-cards';
import { getDailyCases } from './get-daily-cases';
import { startAttempt } from './start-attempt';
import { startDaily } from './start-daily';

const CONCEPTS = 7;
const ALL = [...Array(CONCEPTS).keys()];
/** Too few to be asked. */
const TWO_VARIANTS = 5;
const NO_CARDS = 6;

const card = (id: string) =>
  `:::qa{#${id} obj=L1 src=adams}\nHow does tone change in lesion ${id}?\n\n---\n\nIt falls.\n:::\n`;

/** A deck of a card for each concept, to be linked from the other. */
function otherDeck() {
  const [{ text = '' } = {}] = caseDeck(...ALL.map((index) => card(`far-${index}`)));
  return [{ path: 'other/deck.md', text: text.replace('deck: signs', 'deck: other') }];
}

/**
 * Seven concepts of two to four variants, each with a card of either deck behind it, each mistaken for the next; one
 * variant is left out of those given.
 */
function deck(without: readonly number[]) {
  const cases = ALL.flatMap((index) => {
    const variants = index === TWO_VARIANTS ? 2 : 3 + (index % 2);
    const links = index === NO_CARDS ? 'other/none' : `tone-${index} other/far-${(index + 3) % CONCEPTS}`;
    return Array.from({ length: variants - (without.includes(index) ? 1 : 0) }, (_, variant) =>
      vignette(`g-${index}-${variant}`, `Patient ${variant} with ${index} is weak.`, { group: `g-${index}` })
        .replace('confusable=root', `confusable=g-${(index + 1) % CONCEPTS}`)
        .replace('tone other/far', links),
    );
  });
  const [{ path = '', text = '' } = {}] = caseDeck(...ALL.map((index) => card(`tone-${index}`)), ...cases);
  const groups = ALL.map((index) => `  g-${index}: { concept: What ${index} asks }\n`).join('');
  return [{ path, text: text.replace('groups:\n', `groups:\n${groups}`) }];
}

/** Today's items as they come of everything a learner was ever shown and of the whole bank. */
async function planOfEverything(db: Db, learnerId: LearnerId, now: number) {
  const learner = await findLearner(db.read, learnerId);
  if (learner === null) throw new Error('The learner is gone.');
  const { tz, params } = learner;
  const day = studyDayOf(now, tz, params.dayStartHour);
  const startsAt = studyDayStartsAt(day, tz, params.dayStartHour);
  const items = await bankItems(db.read, { learnerId });
  const past = await pastShowings(db.read, learnerId);
  const uids = [...new Set(items.map(({ concept }) => concept.uid))];
  const states = await conceptStates(db.read, learnerId, uids);
  const variantsOf = (uid: CardUid) => items.filter(({ concept }) => concept.uid === uid);
  const logged = await casesLogged(
    db.read,
    uids.map((conceptUid) => ({ learnerId, conceptUid })),
  );
  const all = await Promise.all(
    uids.map(async (uid) => {
      const variants = variantsOf(uid);
      const cards = await linkedCards(
        db.read,
        learnerId,
        variants.flatMap(({ links }) => links),
      );
      const last = logged.findLast(({ conceptUid }) => conceptUid === uid)?.outcome ?? null;
      const asked = items.find((item) => item.uid === last?.itemUid);
      const mistaken = asked?.confusable[last?.option ?? ''];
      return {
        uid,
        variants: variants.length,
        state: states.get(uid) ?? null,
        linked: cards.map(({ state: { memory } }) => ({
          stability: memory.kind === 'scheduled' ? memory.stability : null,
          answeredToday: memory.kind === 'scheduled' && memory.lastDay === day,
        })),
        askedToday: past.some(
          ({ conceptUid, shownAt, mode, finished }) =>
            conceptUid === uid && (shownAt >= startsAt || (mode === 'exam' && !finished)),
        ),
        last,
        mistakenFor:
          items.find((item) => item.deck === asked?.deck && item.concept.key === mistaken)?.concept.uid ??
          null,
      };
    }),
  );
  const ours = all.filter(({ variants }) => variants >= FEWEST_VARIANTS);
  const chosen = todaysCases(ours, {
    at: now,
    tz,
    params,
    doneToday: past.filter((one) => one.purpose === 'daily' && one.revealed && one.shownAt >= startsAt)
      .length,
    begunToday: ours.filter(({ state }) => state?.introducedDay === day).length,
  });
  return chosen.map((conceptUid) => {
    const shown = past.filter((showing) => showing.conceptUid === conceptUid);
    const variants = variantsOf(conceptUid).map(({ uid }) => ({
      uid,
      lastSeenAt: shown.findLast(({ itemUid }) => itemUid === uid)?.shownAt ?? null,
    }));
    return pickVariant(variants, { learnerId, conceptUid, exposures: shown.length })?.uid;
  });
}

const anAnswer = fc.record({
  option: fc.constantFrom('A', 'A', 'B', 'B', null),
  confidence: fc.constantFrom('guess', 'think', 'sure'),
});
type Answer = typeof anAnswer extends fc.Arbitrary<infer T> ? T : never;
const answers = fc.array(anAnswer, { minLength: 2, maxLength: CASES_A_DAY });
const CARDS = [...Array(2 * CONCEPTS).keys()];
const someCards = fc.subarray(CARDS);
/** What somebody does, so many days after what they did before. */
const aDeed = fc.record({
  days: fc.constantFrom(0, 1, 1, 1, 2, 9),
  deed: fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('cases' as const), answers }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('learn' as const),
        cards: someCards,
        grade: fc.constantFrom(...([1, 3, 4] as const)),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('block' as const),
        mode: fc.constantFrom(...(['tutor', 'exam'] as const)),
        // Without a clock, an exam may run for days, and keeps from all other blocks what it asks.
        timing: fc.constantFrom<Timing>({ kind: 'untimed' }, { kind: 'block', ms: 600_000 }),
        answers,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('publish' as const),
        without: fc.subarray(ALL, { maxLength: 2 }),
      }),
    },
  ),
});

test('as many cases wait as are begun then, the same that all of the bank and of the past would give', async () => {
  const db = await emptyDatabase();
  await publishCases(db, otherDeck(), { now: PUBLISHED_AT });
  let standing: string | null = null;
  async function publish(now: number, without: readonly number[]) {
    if (standing === without.join()) return;
    standing = without.join();
    await publishCases(db, deck(without), { now });
  }
  await publish(PUBLISHED_AT, []);
  const cards = await db.read.card.findMany({ orderBy: { key: 'asc' } });
  const seen = { waiting: 0, days: 0 };

  async function sit(learnerId: LearnerId, id: AttemptId, now: number, given: readonly Answer[]) {
    const size = await db.read.attemptItem.count({ where: { attemptId: id } });
    const changes = given
      .slice(0, size)
      .flatMap(({ option, confidence }, slot) => [
        choose(slot, option),
        change({ kind: 'confidence', slot, confidence }),
        reveal(slot),
      ]);
    if (changes.length > 0) await save(db, learnerId, id, changes, now);
    if (given.length % 3 !== 0) await finish(db, learnerId, id, now);
  }

  async function check(learnerId: LearnerId, now: number): Promise<AttemptId | null> {
    const shown = await getDailyCases(asLearner(db, learnerId, now));
    const expected = await planOfEverything(db, learnerId, now);
    if (!shown.ok) throw new Error(shown.error);
    expect(shown.value.waiting).toBe(expected.length);
    if (shown.value.running !== null) return shown.value.running;
    const started = await startDaily(asLearner(db, learnerId, now), { id: newAttemptId() });
    expect(started.ok).toBe(expected.length > 0);
    if (!started.ok) return null;
    const begun = await db.read.attemptItem.findMany({
      where: { attemptId: started.value.id },
      orderBy: { slot: 'asc' },
    });
    expect(begun.map(({ itemUid }) => itemUid)).toEqual(expected);
    seen.waiting += expected.length;
    seen.days += 1;
    return started.value.id;
  }

  async function learn(learnerId: LearnerId, indices: readonly number[], grade: 1 | 3 | 4, now: number) {
    const uids = indices.flatMap((index) => (cards[index]?.uid as CardUid | undefined) ?? []);
    const events = uids.map((uid) => review(uid, { grade, answeredAt: now }));
    if (events.length > 0)
      await answerCards(asLearner(db, learnerId, now), { learnerId, sentAt: now, events });
  }

  await fc.assert(
    fc.asyncProperty(
      fc.subarray(CARDS, { minLength: CONCEPTS }),
      fc.array(aDeed, { minLength: 8, maxLength: 16 }),
      async (known, deeds) => {
        await publish(PUBLISHED_AT, []);
        const learnerId = await guest(db);
        await learn(learnerId, known, 4, NOW - DAY_MS);
        let now = NOW;
        for (const { days, deed } of deeds) {
          now += days * DAY_MS + MINUTE_MS;
          if (deed.kind === 'publish') await publish(now, deed.without);
          if (deed.kind === 'learn') await learn(learnerId, deed.cards, deed.grade, now);
          if (deed.kind === 'block') {
            const request = block({ mode: deed.mode, timing: deed.timing, count: 3 });
            const begun = await startAttempt(asLearner(db, learnerId, now), request);
            if (begun.ok) await sit(learnerId, begun.value.id, now, deed.answers);
          }
          const id = deed.kind === 'cases' ? await check(learnerId, now) : null;
          if (deed.kind === 'cases' && id !== null) await sit(learnerId, id, now, deed.answers);
        }
        await check(learnerId, now);
      },
    ),
    { numRuns: 6 },
  );
  expect(seen.waiting).toBeGreaterThan(seen.days);
}, 60_000);
