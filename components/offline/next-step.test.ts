import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parcel, parcels } from '@/lib/testing/sending';
import { type Backlog, moved, NOTHING_HELD, type Stage, withEntries } from './backlog';
import { leftOf, nextCount, nextStep, pauseAfter, troubleOf } from './next-step';
import type { Delivery } from './sender-model';

const BUSY: Delivery<never> = { kind: 'busy', retryAfterMs: 7000 };

describe('what whoever has the turn does next', () => {
  it.each<[what: string, stages: readonly Stage[], isClosing: boolean, expected: string]>([
    ['sends what waits', ['waiting'], false, 'send'],
    ['sends what waits before what stands back', ['standing-back', 'waiting'], true, 'send'],
    ['pauses before what stands back', ['standing-back'], false, 'pause'],
    ['does not close before what stands back', ['standing-back', 'under-way'], true, 'pause'],
    ['does not close before what is under way', ['under-way'], true, 'await-those-under-way'],
    ['leaves to others what they have under way', ['under-way'], false, 'stop'],
    ['closes when nothing is left', [], true, 'close'],
    ['stops when nothing is left', [], false, 'stop'],
  ])('%s', (_what, stages, isClosing, expected) => {
    const backlog = stages.reduce<Backlog<ReturnType<typeof parcel>>>((before, stage, index) => {
      const one = parcel(index + 1);
      return moved(withEntries(before, [one], true), [one.id], 'waiting', stage);
    }, NOTHING_HELD);
    expect(nextStep(backlog, { ...PLAN, isClosing }).kind).toBe(expected);
  });

  it('sends in order, within the limits', () => {
    const backlog = withEntries(NOTHING_HELD, parcels(1, 5).reverse(), true);
    const step = nextStep(backlog, { ...PLAN, limits: { count: 3, bytes: 9_000 }, isClosing: false });
    expect(step).toEqual({ kind: 'send', batch: parcels(1, 3) });
  });
});

describe('the number of entries in a batch', () => {
  it('is halved until what fails is alone, however many there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (most) => {
        let count = most;
        let rounds = 0;
        for (; count > 1; rounds += 1) count = nextCount('failed-as-one', { count, sent: count, most });
        expect(count).toBe(1);
        expect(rounds).toBeLessThanOrEqual(Math.ceil(Math.log2(most)));
        expect(nextCount('failed-as-one', { count, sent: 1, most })).toBe(1);
      }),
    );
  });

  it('doubles with what goes through, up to the most', () => {
    expect(nextCount('some-settled', { count: 1, sent: 1, most: 100 })).toBe(2);
    expect(nextCount('some-settled', { count: 64, sent: 64, most: 100 })).toBe(100);
  });
});

describe('after a request', () => {
  it.each<[Delivery<unknown>, number | null]>([
    [{ kind: 'answered', reply: null }, null],
    [{ kind: 'refused' }, null],
    [{ kind: 'broke' }, 0],
    [{ kind: 'unreachable' }, 0],
    [{ kind: 'no-learner' }, 0],
    [{ kind: 'busy', retryAfterMs: null }, 0],
    [BUSY, 7000],
  ])('that was %o the server is left alone for at least %s ms', (delivery, expected) => {
    expect(pauseAfter(delivery)).toBe(expected);
  });

  it.each([
    ['that broke the server, it is said to be busy', { kind: 'broke' } as const, 'busy'],
    ['that met a busy server, so it is said', BUSY, 'busy'],
    ['that did not arrive, so it is said', { kind: 'unreachable' } as const, 'unreachable'],
    ['of nobody, so it is said', { kind: 'no-learner' } as const, 'no-learner'],
  ])('%s', (_what, delivery, expected) => {
    expect(troubleOf(delivery)).toBe(expected);
  });

  it.each([
    ['at its beginning', 1000, 500],
    ['in its midst', 1200, 300],
    ['when it is over', 2000, 0],
    ['when the clock was set back meanwhile', 10, 500],
  ])('what is left of a pause is known %s', (_when, now, expected) => {
    expect(leftOf({ ms: 500, since: 1000 }, now)).toBe(expected);
  });
});

const PLAN = {
  inOrder: (left: { number: number }, right: { number: number }) => left.number - right.number,
  limits: { count: 10, bytes: 9_000 },
};
