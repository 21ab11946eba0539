import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import { clockSpan, exactSpan, leftWords, listed, percent, timeFor, timingWords } from './quiz-words';

const NOW = Date.UTC(2026, 10, 24, 12);

describe('a block in words', () => {
  it.each([
    [45 * SECOND_MS, '45 seconds'],
    [MINUTE_MS, '1 minute'],
    [90 * SECOND_MS, '1 minute 30 seconds'],
    [30 * MINUTE_MS, '30 minutes'],
    [HOUR_MS, '60 minutes'],
  ])('says a span of %i ms as it was set', (spanMs, words) => {
    expect(exactSpan(spanMs)).toBe(words);
  });

  it.each([
    [0, '0:00'],
    [48 * SECOND_MS, '0:48'],
    [65_400, '1:05'],
    [59 * MINUTE_MS + 59_600, '1:00:00'],
    [HOUR_MS + 2 * MINUTE_MS + 3 * SECOND_MS, '1:02:03'],
  ])('shows %i ms as a stop-watch does', (spanMs, words) => {
    expect(clockSpan(spanMs)).toBe(words);
  });

  it('multiplies a time for each item', () => {
    expect(timeFor({ kind: 'per-item', ms: 90 * SECOND_MS }, 20)).toBe(30 * MINUTE_MS);
    expect(timingWords({ kind: 'per-item', ms: 90 * SECOND_MS }, 20)).toBe('30 minutes');
    expect(timingWords({ kind: 'block', ms: HOUR_MS }, 40)).toBe('60 minutes');
    expect(timingWords({ kind: 'untimed' }, 40)).toBe('untimed');
  });

  it.each([
    ['no more than there is', 14 * MINUTE_MS + 59_000, '14 minutes left'],
    ['one minute', MINUTE_MS, '1 minute left'],
    ['less than a minute', 59_999, 'less than a minute left'],
    ['nothing below zero', -5, 'less than a minute left'],
    ['hours', 90 * MINUTE_MS, '1 hour 30 minutes left'],
  ])('promises %s', (_what, leftMs, words) => {
    expect(leftWords({ deadlineAt: NOW + leftMs }, NOW)).toBe(words);
  });

  it('says so when there is no limit', () => {
    expect(leftWords({ deadlineAt: null }, NOW)).toBe('no time limit');
  });

  it.each([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C', 'D'], 'A, B and 2 more'],
  ])('lists %j', (titles, words) => {
    expect(listed(titles)).toBe(words);
  });

  it('rounds a share to whole percent', () => {
    expect(percent(0.845)).toBe('85%');
  });
});
