import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A 32-bit number that stands for an identity, from which all chance about that identity is drawn. */
export type Seed = number;

/**
 * The seed of an identity, spelled as its parts in order: FNV-1a over UTF-16 units, then the finaliser of MurmurHash3,
 * without which identities that differ in their last digit would draw fractions that depend on each other.
 * The same parts give the same seed on every machine and in every browser; `['ab','c']` and `['a','bc']` differ.
 */
export function seedOf(...parts: readonly (string | number)[]): Seed {
  let hash = 0x811c9dc5;
  for (const part of parts) {
    const text = `${part}\u0000`;
    for (let index = 0; index < text.length; index += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    }
  }
  return avalanche(hash);
}

/** Every bit of the result depends on every bit of `hash`. */
function avalanche(hash: number): Seed {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** One number in [0, 1), fixed by the seed. */
export function fractionOf(seed: Seed): number {
  return uniformFloat64(xoroshiro128plus(seed));
}

/** The items in an order fixed by the seed; the input is not changed. */
export function shuffled<T>(items: readonly T[], seed: Seed): T[] {
  const rng = xoroshiro128plus(seed);
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const pick = uniformInt(rng, 0, last);
    const held = result[last] as T;
    result[last] = result[pick] as T;
    result[pick] = held;
  }
  return result;
}
