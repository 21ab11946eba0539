import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardUid, LearnerId } from '@/lib/base/ids';
import { aBank, bankItem } from './bank.arbitrary';
import { available, buildPaper, fitsChoice, type ItemChoice, retryPaper } from './build-paper';

const ALL: ItemChoice = { decks: [], objectives: [], filter: 'all' };
const learnerId = '0b6d5f0e-5f0c-4d55-9a39-3f0f6f5c1a01' as LearnerId;

const aChoice: fc.Arbitrary<ItemChoice> = fc.record({
  decks: fc.subarray(['facial-palsy', 'polio', 'sma']),
  objectives: fc.subarray(['polio/site', 'polio/course', 'sma/site']),
  filter: fc.constantFrom('all', 'unseen', 'missed', 'flagged', 'due'),
});

describe('an item fits a choice', () => {
  const met = bankItem('1', { seen: true, missed: true, flagged: true, due: true });
  it.each([
    { filter: 'all', fits: [true, true] },
    { filter: 'unseen', fits: [true, false] },
    { filter: 'missed', fits: [false, true] },
    { filter: 'flagged', fits: [false, true] },
    { filter: 'due', fits: [false, true] },
  ] as const)('of $filter items', ({ filter, fits }) => {
    expect([bankItem('0'), met].map((item) => fitsChoice(item, { ...ALL, filter }))).toEqual(fits);
  });

  it.each([
    { caption: 'of all decks', decks: [], objectives: [], fits: true },
    { caption: 'of its deck', decks: ['polio'], objectives: [], fits: true },
    { caption: 'not of another deck', decks: ['sma'], objectives: [], fits: false },
    { caption: 'of its objective', decks: [], objectives: ['polio/site'], fits: true },
    { caption: 'not of another objective', decks: [], objectives: ['polio/course'], fits: false },
    {
      caption: 'of its deck narrowed to its objective',
      decks: ['polio'],
      objectives: ['polio/site'],
      fits: true,
    },
    {
      caption: 'not of its deck narrowed to another',
      decks: ['polio'],
      objectives: ['polio/course'],
      fits: false,
    },
    {
      caption: 'of its deck where another deck is narrowed',
      decks: ['polio', 'sma'],
      objectives: ['sma/site'],
      fits: true,
    },
    {
      caption: 'not of a deck that is not chosen, whatever its objective',
      decks: ['sma'],
      objectives: ['polio/site'],
      fits: false,
    },
  ])('$caption', ({ decks, objectives, fits }) => {
    expect(fitsChoice(bankItem('0'), { ...ALL, decks, objectives })).toBe(fits);
  });

  it('does not while its concept rests', () => {
    expect(fitsChoice(bankItem('0', { rests: true, due: true }), { ...ALL, filter: 'due' })).toBe(false);
  });
});

describe('a paper', () => {
  it('has as many items as asked for, or as there are, each of a concept of its own that fits', () => {
    fc.assert(
      fc.property(aBank, aChoice, fc.integer({ min: 1, max: 20 }), fc.nat(), (bank, choice, count, seed) => {
        const paper = buildPaper(bank, { ...choice, count }, { learnerId, seed });
        expect(paper).toHaveLength(Math.min(count, available(bank, choice)));
        expect(new Set(paper.map(({ conceptUid }) => conceptUid)).size).toBe(paper.length);
        expect(paper.every((item) => bank.includes(item) && fitsChoice(item, choice))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same for the same seed, in whatever order the bank is given', () => {
    const twoOrders = aBank.chain((bank) =>
      fc.tuple(fc.constant(bank), fc.shuffledSubarray([...bank], { minLength: bank.length })),
    );
    fc.assert(
      fc.property(twoOrders, fc.nat(), ([bank, shuffled], seed) => {
        const request = { ...ALL, count: 8 };
        expect(buildPaper(shuffled, request, { learnerId, seed })).toEqual(
          buildPaper(bank, request, { learnerId, seed }),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('has the items of a set side by side, in the order of their deck', () => {
    fc.assert(
      fc.property(aBank, fc.integer({ min: 1, max: 20 }), fc.nat(), (bank, count, seed) => {
        const paper = buildPaper(bank, { ...ALL, count }, { learnerId, seed });
        const names = paper.map(({ setName, uid }) => setName ?? uid);
        const runs = names.filter((name, index) => name !== names[index - 1]);
        expect(runs).toEqual([...new Set(names)]);
        for (const [index, item] of paper.entries()) {
          const before = paper[index - 1];
          if (item.setName === null || before?.setName !== item.setName) continue;
          expect(before.position).toBeLessThan(item.position);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('asks a variant that was never seen where the concept has one', () => {
    fc.assert(
      fc.property(aBank, fc.nat(), (bank, seed) => {
        for (const item of buildPaper(bank, { ...ALL, count: 20 }, { learnerId, seed })) {
          const variants = bank.filter(({ conceptUid }) => conceptUid === item.conceptUid);
          expect(item.seen).toBe(variants.every(({ seen }) => seen));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('comes in another order by another seed', () => {
    const bank = Array.from({ length: 12 }, (_, index) => bankItem(`item-${index}`, { position: index }));
    const orders = [1, 2, 3, 4].map((seed) =>
      buildPaper(bank, { ...ALL, count: 12 }, { learnerId, seed })
        .map(({ uid }) => uid)
        .join(),
    );
    expect(new Set(orders).size).toBeGreaterThan(1);
  });
});

describe('a retry', () => {
  const site = 'site' as CardUid;
  const [first, second] = [10, 20].map((position) =>
    bankItem(`${position}`, { conceptUid: site, seen: true, rests: true, position, lastSeenAt: position }),
  ) as [ReturnType<typeof bankItem>, ReturnType<typeof bankItem>];
  const alone = bankItem('30', { seen: true, rests: true, lastSeenAt: 1 });

  it('asks another variant of what was missed, though it was seen since and its concept rests', () => {
    expect(retryPaper([first], [first, second], learnerId)).toEqual([second]);
    expect(retryPaper([second], [first, second], learnerId)).toEqual([first]);
  });

  it('asks the same again where there is no other', () => {
    expect(retryPaper([alone], [first, alone], learnerId)).toEqual([alone]);
  });

  it('follows the order in which things were missed, and asks each concept once', () => {
    expect(retryPaper([alone, first, second], [first, second, alone], learnerId)).toEqual([alone, first]);
  });

  it('leaves out what does not stand any more', () => {
    expect(retryPaper([alone, first], [second], learnerId)).toEqual([second]);
  });

  it('keeps a set together', () => {
    const stems = [3, 1].map((position) =>
      bankItem(`stem-${position}`, { setName: 'polio/where', position }),
    );
    const [later, earlier] = stems;
    expect(retryPaper([stems[0] ?? alone, alone, stems[1] ?? alone], [...stems, alone], learnerId)).toEqual([
      earlier,
      later,
      alone,
    ]);
  });
});
