import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fractionOf, seedOf, shuffled } from './seed';

test('the same identity gives the same seed for ever', () => {
  expect(seedOf('learner', 'card', 3)).toBe(seedOf('learner', 'card', 3));
  expect(seedOf('learner', 'card', 3)).toMatchInlineSnapshot(`3942142008`);
});

test('where one part ends and the next begins makes a difference', () => {
  expect(seedOf('ab', 'c')).not.toBe(seedOf('a', 'bc'));
});

test('fractions lie in [0, 1), are spread evenly, and neighbours do not depend on each other', () => {
  const draws = Array.from({ length: 20_000 }, (_, index) => fractionOf(seedOf('learner', 'card', index)));
  const tenths = new Array<number>(10).fill(0);
  for (const draw of draws) tenths[Math.floor(draw * 10)] = (tenths[Math.floor(draw * 10)] ?? 0) + 1;
  for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(200);
  // The mean distance of two independent fractions is a third.
  const steps = draws.slice(1).map((draw, index) => Math.abs(draw - (draws[index] ?? 0)));
  expect(steps.reduce((sum, step) => sum + step, 0) / steps.length).toBeCloseTo(1 / 3, 2);
});

test('a shuffle loses nothing, changes nothing it was given, and is fixed by the seed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(), (items, seed) => {
      const before = [...items];
      const result = shuffled(items, seed);
      expect(items).toEqual(before);
      expect([...result].sort()).toEqual([...items].sort());
      expect(shuffled(items, seed)).toEqual(result);
    }),
  );
});
