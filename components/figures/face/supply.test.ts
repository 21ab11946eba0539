import { describe, expect, it } from 'vitest';
import { type Lesion, opposite, SIDES, type Site } from './lesion';
import { isMoved, powerOf } from './supply';

const INTACT = { brow: 'full', eye: 'full', mouth: 'full' };

describe('the supply of the face', () => {
  it.each(SIDES)('moves all of it without a lesion (%s half)', (side) => {
    expect(powerOf({ site: 'none', side: 'right' }, side)).toEqual(INTACT);
  });

  it.each(SIDES)(
    'weakens the lower face opposite a cut tract, and spares the forehead (%s tract)',
    (side) => {
      const lesion: Lesion = { site: 'tract', side };
      expect(powerOf(lesion, opposite(side))).toEqual({ brow: 'full', eye: 'nearly', mouth: 'weak' });
      expect(powerOf(lesion, side)).toEqual(INTACT);
    },
  );

  it.each(SIDES)('weakens the whole half on the side of a cut nerve (%s nerve)', (side) => {
    const lesion: Lesion = { site: 'nerve', side };
    expect(powerOf(lesion, side)).toEqual({ brow: 'weak', eye: 'weak', mouth: 'weak' });
    expect(powerOf(lesion, opposite(side))).toEqual(INTACT);
  });

  it.each<Site>(['tract', 'nerve'])('is mirrored when the lesion changes sides (%s)', (site) => {
    for (const side of SIDES)
      expect(powerOf({ site, side }, side)).toEqual(powerOf({ site, side: opposite(side) }, opposite(side)));
  });

  it('drives the upper part from both hemispheres and the lower part from the opposite one', () => {
    const lesion: Lesion = { site: 'tract', side: 'right' };
    expect(isMoved(lesion, 'upper', 'left')).toBe(true);
    expect(isMoved(lesion, 'lower', 'left')).toBe(false);
    expect(isMoved(lesion, 'lower', 'right')).toBe(true);
  });
});
