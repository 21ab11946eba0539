import { describe, expect, it } from 'vitest';
import { MINUTE_MS } from '@/lib/base/time';
import { retryAfterMs } from './post-json';

const NOW = Date.UTC(2026, 10, 23, 14, 0, 0);

describe('what a busy server asks for', () => {
  it.each([
    ['seconds', '7', 7_000],
    ['a date', 'Mon, 23 Nov 2026 14:00:30 GMT', 30_000],
    ['a date that has passed', 'Mon, 23 Nov 2026 13:59:00 GMT', null],
    ['a day, of which ten minutes are granted', '86400', 10 * MINUTE_MS],
    ['nothing', null, null],
    ['nonsense', 'soon', null],
    ['no time at all', '0', null],
  ])('is understood when it is %s', (_what, header, expected) => {
    expect(retryAfterMs(header, NOW)).toBe(expected);
  });
});
