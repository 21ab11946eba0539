import { describe, expect, it } from 'vitest';
import { nearestLevel } from './nearest-level';

const PLACES = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 100 },
];

describe('the level under the pointer', () => {
  it('is the nearest, however far', () => {
    expect(nearestLevel({ x: 40, y: -10 }, PLACES)).toBe(0);
    expect(nearestLevel({ x: 60, y: 10 }, PLACES)).toBe(1);
    expect(nearestLevel({ x: 900, y: 900 }, PLACES)).toBe(2);
  });
});
