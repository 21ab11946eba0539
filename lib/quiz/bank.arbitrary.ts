import fc from 'fast-check';
import type { CardUid, ItemUid } from '@/lib/base/ids';
import type { PaperItem } from './build-paper';

/** Banks as fast-check draws them, for the tests of papers: concepts with several variants, some of them stems of a set. */

const NOON = Date.UTC(2026, 5, 15, 12);
const DECKS = ['facial-palsy', 'polio', 'sma'];

/** An item by itself that may stand in any block; what matters to the test is overridden. */
export function bankItem(uid: string, overrides: Partial<PaperItem> = {}): PaperItem {
  return {
    uid: uid as ItemUid,
    version: 1,
    conceptUid: `concept of ${uid}` as CardUid,
    concept: Number.parseInt(uid.replace(/\D/g, '') || '0', 10),
    deck: 'polio',
    objectives: ['polio/site'],
    seen: false,
    missed: false,
    flagged: false,
    due: false,
    rests: false,
    lastSeenAt: null,
    exposures: 0,
    setName: null,
    position: 0,
    ...overrides,
  };
}

/** A bank of at most 40 items about at most 12 concepts in three decks. */
export const aBank: fc.Arbitrary<readonly PaperItem[]> = fc
  .array(
    fc.record({
      concept: fc.nat(11),
      set: fc.option(fc.nat(3)),
      seen: fc.boolean(),
      missed: fc.boolean(),
      flagged: fc.boolean(),
      due: fc.boolean(),
      objective: fc.constantFrom('site', 'course'),
      lastSeenAt: fc.integer({ min: 0, max: 5 }).map((days) => NOON - days * 86_400_000),
    }),
    { maxLength: 40 },
  )
  .map((drawn) =>
    drawn.map(({ concept, set, seen, missed, objective, lastSeenAt, ...rest }, index) => {
      const deck = DECKS[concept % DECKS.length] ?? '';
      return bankItem(`item-${index}`, {
        ...rest,
        concept,
        conceptUid: `concept-${concept}` as CardUid,
        deck,
        objectives: [`${deck}/${objective}`],
        seen,
        missed: seen && missed,
        rests: concept === 11,
        lastSeenAt: seen ? lastSeenAt : null,
        exposures: concept,
        setName: set === null ? null : `${deck}/match-${set}`,
        position: index,
      });
    }),
  );
