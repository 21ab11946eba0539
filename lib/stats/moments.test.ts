import { describe, expect, it } from 'vitest';
import { centralMoment, covarianceOf, meanOf, medianOf, populationVariance, sampleVariance } from './moments';

describe('moments', () => {
  it('are those of the numbers 2, 4, 4, 4, 5, 5, 7, 9', () => {
    const numbers = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(meanOf(numbers)).toBe(5);
    expect(medianOf(numbers)).toBe(4.5);
    expect(populationVariance(numbers)).toBe(4);
    expect(sampleVariance(numbers)).toBeCloseTo(32 / 7, 12);
    expect(centralMoment(numbers, 3)).toBe(42 / 8);
  });

  it('take the middle of an odd number of values, in whatever order they come', () => {
    expect(medianOf([10, 1, 9])).toBe(9);
    expect(medianOf([3])).toBe(3);
  });

  it('are null of nothing, and of one value where two are needed', () => {
    expect([meanOf([]), medianOf([]), populationVariance([]), sampleVariance([])]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(populationVariance([7])).toBe(0);
    expect(sampleVariance([7])).toBeNull();
    expect(covarianceOf([7], [8])).toBeNull();
  });

  it('take lists of hundreds of thousands', () => {
    const many = Array.from({ length: 300_000 }, (_, index) => index % 2);
    expect(populationVariance(many)).toBeCloseTo(0.25, 12);
  });
});
