import { describe, expect, test } from 'vitest';
import { isReference, referenceFollows, unitAt } from './measurements';

describe('the unit behind a number', () => {
  test.each([
    [' mg/dL (15–45)', 'mg/dL'],
    ['/mm³ (0–5)', '/mm³'],
    [' U/L', 'U/L'],
    [' × 10⁹/L (4–11)', '× 10⁹/L'],
    [' mm Hg (35–45)', 'mm Hg'],
    ['% (4.0–5.6)', '%'],
    [' cells per µL', 'cells per µL'],
  ])('of %j is %j', (text, unit) => {
    expect(unitAt(text).unit).toBe(unit);
  });

  test.each([' (30–200)', ' and regular', '.', ''])('of %j is none', (text) => {
    expect(unitAt(text)).toEqual({ unit: '', end: 0 });
  });
});

describe('a reference range', () => {
  test.each([
    ' (15–45)',
    ' (N: 0-5 cells)',
    ' [< 5]',
    ', (normal, 30 to 200 U/L)',
    ' (0–5; 82% lymphocytes)',
  ])('is seen in %j', (text) => {
    expect(referenceFollows(text)).toBe(true);
  });

  test.each([' and CK', ' (high)', ' (82% lymphocytes)', '; later (0–5)'])('is not seen in %j', (text) => {
    expect(referenceFollows(text)).toBe(false);
  });

  test.each(['0–5', '< 10', 'negative', 'up to 30 U/L'])('may be %j in a cell', (text) => {
    expect(isReference(text)).toBe(true);
  });
});
