import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import { counted, spokenSpan } from './quantity';

describe('quantities in words', () => {
  it.each([
    [1, '1 card'],
    [0, '0 cards'],
    [1234, '1,234 cards'],
  ])('counts %i cards', (count, text) => {
    expect(counted(count, 'card', 'cards')).toBe(text);
  });

  it.each([
    [0, 'under a minute'],
    [29 * SECOND_MS, 'under a minute'],
    [31 * SECOND_MS, '1 minute'],
    [12 * MINUTE_MS, '12 minutes'],
    [59.4 * MINUTE_MS, '59 minutes'],
    [59.9 * MINUTE_MS, '1 hour'],
    [62 * MINUTE_MS, '1 hour'],
    [63 * MINUTE_MS, '1 hour 5 minutes'],
    [119 * MINUTE_MS, '2 hours'],
    [25 * HOUR_MS, '25 hours'],
  ])('says how long %d ms are', (spanMs, text) => {
    expect(spokenSpan(spanMs)).toBe(text);
  });
});
