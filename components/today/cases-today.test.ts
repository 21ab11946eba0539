import { describe, expect, it } from 'vitest';
import type { AttemptId } from '@/lib/base/ids';
import { casesTitle, casesWords } from './cases-today';

const none = { waiting: 0, running: null, doneToday: 0 };
const running = '01930000-0000-7000-8000-000000000000' as AttemptId;

describe("today's cases in words", () => {
  it.each([
    ['one waits', { ...none, waiting: 1 }, '1 case waits'],
    ['some wait', { ...none, waiting: 4 }, '4 cases wait'],
    ['they were begun', { ...none, waiting: 2, running }, 'Your cases are waiting half-way'],
    ['they are done', { ...none, doneToday: 3 }, 'Cases done for today'],
    ['there are none', none, 'No case is due today'],
    ['there is no network', null, 'Cases need the network'],
  ])('says so when %s', (_when, cases, title) => {
    expect(casesTitle(cases)).toBe(title);
  });

  it('says how many are done when more wait', () => {
    expect(casesWords({ ...none, waiting: 2, doneToday: 1 })).toMatch(/^1 case is done today\./);
  });

  it('says without a network what goes on all the same', () => {
    expect(casesWords(null)).toContain('begun on this device');
  });
});
