import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CardUid, ItemUid, LearnerId } from '@/lib/base/ids';
import { pickVariant, type Variant } from './pick-variant';

const exposure = { learnerId: 'learner' as LearnerId, conceptUid: 'concept' as CardUid, exposures: 0 };
const aVariant: fc.Arbitrary<Variant> = fc.record({
  uid: fc.nat(50).map((number) => `item-${number}` as ItemUid),
  lastSeenAt: fc.option(fc.nat(9)),
});
const variants = fc.uniqueArray(aVariant, { selector: ({ uid }) => uid, minLength: 1, maxLength: 8 });

it('asks what was never seen, else what was not seen for longest', () => {
  fc.assert(
    fc.property(variants, fc.nat(20), (given, exposures) => {
      const picked = pickVariant(given, { ...exposure, exposures });
      const unseen = given.some(({ lastSeenAt }) => lastSeenAt === null);
      const oldest = Math.min(...given.map(({ lastSeenAt }) => lastSeenAt ?? Number.POSITIVE_INFINITY));
      expect(picked?.lastSeenAt).toBe(unseen ? null : oldest);
    }),
  );
});

it('asks the same variant in whatever order they are given', () => {
  const twoOrders = variants.chain((given) =>
    fc.tuple(fc.constant(given), fc.shuffledSubarray([...given], { minLength: given.length })),
  );
  fc.assert(
    fc.property(twoOrders, ([given, shuffled]) => {
      expect(pickVariant(shuffled, exposure)).toEqual(pickVariant(given, exposure));
    }),
  );
});

it('begins with different variants for different learners', () => {
  const unseen = ['a', 'b', 'c', 'd'].map((uid) => ({ uid: uid as ItemUid, lastSeenAt: null }));
  const first = Array.from({ length: 40 }, (_, index) =>
    pickVariant(unseen, { ...exposure, learnerId: `learner-${index}` as LearnerId }),
  );
  expect(new Set(first.map((variant) => variant?.uid)).size).toBe(4);
});

it('goes round all variants before one comes again', () => {
  let known: readonly Variant[] = ['a', 'b', 'c'].map((uid) => ({ uid: uid as ItemUid, lastSeenAt: null }));
  const asked = Array.from({ length: 6 }, (_, exposures) => {
    const picked = pickVariant(known, { ...exposure, exposures });
    known = known.map((variant) =>
      variant.uid === picked?.uid ? { ...variant, lastSeenAt: exposures } : variant,
    );
    return picked?.uid;
  });
  expect(new Set(asked.slice(0, 3)).size).toBe(3);
  expect(asked.slice(3)).toEqual(asked.slice(0, 3));
});

it('has nothing to ask of a concept without items', () => {
  expect(pickVariant([], exposure)).toBeNull();
});
