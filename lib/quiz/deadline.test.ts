import { describe, expect, it } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import { admission, deadlineOf, frozenDeadline, isOver, remainingMs, type Timed } from './deadline';

const STARTED = Date.UTC(2026, 5, 15, 12);
const DEADLINE = STARTED + 30 * MINUTE_MS;
const GRACE = 5 * SECOND_MS;
const own: Timed = { deadlineAt: DEADLINE, graceMs: GRACE, latePolicy: 'refuse', finished: null };

describe('the deadline', () => {
  it.each([
    { timing: { kind: 'untimed' } as const, deadline: null },
    { timing: { kind: 'block', ms: 30 * MINUTE_MS } as const, deadline: DEADLINE },
    { timing: { kind: 'per-item', ms: 90 * SECOND_MS } as const, deadline: DEADLINE },
  ])('of twenty items timed by $timing.kind', ({ timing, deadline }) => {
    expect(frozenDeadline(STARTED, timing, 20)).toBe(deadline);
  });

  it('Q16 moves by all extra time that was granted while it runs', () => {
    expect(deadlineOf(DEADLINE, [])).toBe(DEADLINE);
    const deadlineAt = deadlineOf(DEADLINE, [10 * MINUTE_MS, MINUTE_MS]);
    expect(deadlineAt).toBe(DEADLINE + 11 * MINUTE_MS);
    expect(admission(own, DEADLINE + 10 * MINUTE_MS)).toBe('over');
    expect(admission({ ...own, deadlineAt }, DEADLINE + 10 * MINUTE_MS)).toBe('in-time');
    expect(remainingMs({ ...own, deadlineAt }, DEADLINE)).toBe(11 * MINUTE_MS);
  });

  it('Q16 does not come to be by extra time where there was none', () => {
    expect(deadlineOf(null, [MINUTE_MS])).toBeNull();
  });
});

describe('what the server receives', () => {
  it.each([
    {
      caption: 'a second before the deadline',
      at: DEADLINE - SECOND_MS,
      refuse: 'in-time',
      accept: 'in-time',
    },
    { caption: 'at the deadline', at: DEADLINE, refuse: 'in-time', accept: 'in-time' },
    {
      caption: 'a second after it, within grace',
      at: DEADLINE + SECOND_MS,
      refuse: 'in-time',
      accept: 'in-time',
    },
    { caption: 'at the end of grace', at: DEADLINE + GRACE, refuse: 'in-time', accept: 'in-time' },
    { caption: 'a millisecond later', at: DEADLINE + GRACE + 1, refuse: 'over', accept: 'late' },
    { caption: 'an hour later', at: DEADLINE + 60 * MINUTE_MS, refuse: 'over', accept: 'late' },
  ])('Q01 $caption is $refuse, or $accept where late answers are taken', ({ at, refuse, accept }) => {
    expect(admission(own, at)).toBe(refuse);
    expect(isOver(own, at)).toBe(refuse === 'over');
    expect(admission({ ...own, latePolicy: 'accept-late' }, at)).toBe(accept);
    expect(isOver({ ...own, latePolicy: 'accept-late' }, at)).toBe(false);
  });

  it('Q08 after the end is over, within the time too', () => {
    const finished = { at: STARTED + MINUTE_MS, by: 'learner' as const };
    for (const latePolicy of ['refuse', 'accept-late'] as const) {
      expect(admission({ ...own, latePolicy, finished }, STARTED + 2 * MINUTE_MS)).toBe('over');
    }
  });

  it('is always in time where there is no deadline', () => {
    expect(admission({ ...own, deadlineAt: null }, STARTED + 1e12)).toBe('in-time');
  });
});

describe('the time that is left', () => {
  it('counts down to the deadline and not below', () => {
    expect(remainingMs(own, STARTED)).toBe(30 * MINUTE_MS);
    expect(remainingMs(own, DEADLINE + SECOND_MS)).toBe(0);
  });

  it('is none once finished, and is not counted where there is no deadline', () => {
    const finished = { at: STARTED, by: 'learner' as const };
    expect(remainingMs({ ...own, finished }, STARTED)).toBe(0);
    expect(remainingMs({ ...own, deadlineAt: null }, STARTED)).toBeNull();
  });
});
