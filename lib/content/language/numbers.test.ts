import { describe, expect, test } from 'vitest';
import { quantityOf } from './numbers';

const INFINITE = Number.POSITIVE_INFINITY;

describe('a text that is a number', () => {
  test.each([
    ['200', 200, 200, 'point', 0, ''],
    ['20,000', 20_000, 20_000, 'point', 0, ''],
    ['0.5 mg/dL', 0.5, 0.5, 'point', 1, 'mg/dL'],
    ['2–5%', 2, 5, 'range', 0, '%'],
    ['2%–5%', 2, 5, 'range', 0, '%'],
    ['10 to 20 days', 10, 20, 'range', 0, 'days'],
    ['< 5 mm³', -INFINITE, 5, 'bound', 0, 'mm³'],
    ['at least 3', 3, INFINITE, 'bound', 0, ''],
    ['−70 mV', -70, -70, 'point', 0, 'mV'],
    ['about 12 × 10⁹/L', 12, 12, 'point', 0, '×10⁹/L'],
  ] as const)(
    '%s is read with its ends, form, decimals and unit',
    (text, low, high, form, decimals, unit) => {
      expect(quantityOf(text)).toEqual({ low, high, form, decimals, unit });
    },
  );

  test.each([
    'C5–C6',
    'Type 2',
    '5-month-old girl',
    'Grade III',
    '',
    '2+0 carrier',
    '3 days of fever and cough',
  ])('%s is none', (text) => {
    expect(quantityOf(text)).toBeNull();
  });
});
