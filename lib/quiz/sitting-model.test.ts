import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttemptId, EventId } from '@/lib/base/ids';
import { emptySlot } from './fold-slots';
import type { Attempt, Change, Explanation, SlotState } from './model';
import {
  betterClock,
  differences,
  isAwaitingReveal,
  laidOver,
  laterOf,
  nextRev,
  optionAt,
  readClock,
  type Standing,
  startSlot,
  tally,
} from './sitting-model';

const NOW = 1_770_000_000_000;
const ATTEMPT: Attempt = {
  id: '0197a000-0000-7000-8000-000000000001' as AttemptId,
  purpose: 'block',
  mode: 'tutor',
  timing: { kind: 'untimed' },
  latePolicy: 'refuse',
  startedAt: NOW,
  deadlineAt: null,
  graceMs: 5000,
  finished: null,
};

describe('what the learner sees', () => {
  it('is the server’s slots with the changes on their way laid over, the greatest revision last', () => {
    const [first, second] = laidOver(slots(2), [
      change(3, { slot: 0, kind: 'choose', option: 'B' }),
      change(2, { slot: 0, kind: 'choose', option: 'A' }),
      change(4, { slot: 1, kind: 'flag', flagged: true }),
    ]);
    expect(first?.chosen).toBe('B');
    expect(second).toMatchObject({ chosen: null, flagged: true });
  });

  it('is the same whatever order the changes come in', () => {
    const changes = [
      change(1, { slot: 0, kind: 'choose', option: 'A' }),
      change(2, { slot: 0, kind: 'strike', option: 'B', struck: true }),
      change(3, { slot: 0, kind: 'strike', option: 'B', struck: false }),
      change(3, { slot: 0, kind: 'confidence', confidence: 'sure' }),
      change(4, { slot: 0, kind: 'strike', option: 'C', struck: true }),
      change(5, { slot: 0, kind: 'spent', ms: 700 }),
      change(6, { slot: 0, kind: 'spent', ms: 300 }),
      change(7, { slot: 0, kind: 'choose', option: 'D' }),
      change(8, { slot: 0, kind: 'note', text: 'Look again' }),
      change(9, { slot: 0, kind: 'highlight', ranges: [[2, 5]] }),
    ];
    const expected = laidOver(slots(1), changes);
    expect(expected[0]).toMatchObject({ chosen: 'D', struck: ['C'], spentMs: 1000, confidence: 'sure' });
    fc.assert(
      fc.property(fc.shuffledSubarray(changes, { minLength: changes.length }), (shuffled) => {
        expect(laidOver(slots(1), shuffled)).toEqual(expected);
      }),
    );
  });

  it('does not change an answer that was told, and is not told before the server tells', () => {
    const told = [{ ...emptySlot(0), chosen: 'A', revealed: true }];
    expect(laidOver(told, [change(5, { slot: 0, kind: 'choose', option: 'B' })])[0]?.chosen).toBe('A');
    const asked = [change(5, { slot: 0, kind: 'reveal' })];
    const [open] = laidOver(slots(1), asked);
    expect(open?.revealed).toBe(false);
    expect(isAwaitingReveal(open as SlotState, asked)).toBe(true);
    expect(isAwaitingReveal(told[0] as SlotState, asked)).toBe(false);
  });

  it('numbers a change one above all that is known here', () => {
    expect(nextRev({ rev: 4 }, [])).toBe(5);
    expect(nextRev({ rev: 4 }, [change(9, { slot: 0, kind: 'reveal' })])).toBe(10);
  });
});

describe('two standings', () => {
  const early = standing({ now: NOW, rev: 1, slots: [{ ...emptySlot(0), chosen: 'A' }] });
  const late = standing({ now: NOW + 10, rev: 2, slots: [{ ...emptySlot(0), chosen: 'B' }] });

  it('Q05: are the later one, whichever reply arrives first, and twice is as once', () => {
    expect(laterOf(early, late).slots[0]?.chosen).toBe('B');
    expect(laterOf(late, early).slots[0]?.chosen).toBe('B');
    expect(laterOf(laterOf(early, late), late)).toEqual(laterOf(late, early));
  });

  it('keep what is final: an end, and what has been told', () => {
    const explanation = { slot: 0, keys: ['A'] } as unknown as Explanation;
    const over = standing({
      ...early,
      attempt: { ...ATTEMPT, finished: { at: NOW, by: 'learner' } },
      slots: [{ ...emptySlot(0), revealed: true }],
      explanations: [explanation],
    });
    for (const both of [laterOf(over, late), laterOf(late, over)]) {
      expect(both.attempt.finished).toEqual({ at: NOW, by: 'learner' });
      expect(both.slots[0]?.revealed).toBe(true);
      expect(both.explanations).toEqual([explanation]);
    }
  });

  it('take over extra time that was granted', () => {
    const extended = standing({ ...late, attempt: { ...ATTEMPT, deadlineAt: NOW + 99 } });
    expect(laterOf(early, extended).attempt.deadlineAt).toBe(NOW + 99);
  });

  it('converge to one picture in any order, with repetitions', () => {
    const all = Array.from({ length: 5 }, (_, index) =>
      standing({ now: NOW + index, rev: index, slots: [{ ...emptySlot(0), note: `${index}` }] }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...all)),
        fc.shuffledSubarray(all, { minLength: 5 }),
        (more, some) => {
          const [first, ...others] = [...more, ...some];
          const end = others.reduce(laterOf, first as Standing);
          expect(end.slots[0]?.note).toBe('4');
          expect(end.rev).toBe(4);
        },
      ),
    );
  });
});

describe('Q07: the server’s clock', () => {
  it('is read as the middle between sending and receiving', () => {
    expect(readClock(NOW + 5000, NOW, NOW + 200)).toEqual({ aheadMs: 4900, uncertainMs: 100 });
  });

  it('is read better by a quick reply than by a slow one', () => {
    const quick = { aheadMs: 100, uncertainMs: 20 };
    const slow = { aheadMs: 300, uncertainMs: 900 };
    expect(betterClock(quick, slow)).toBe(quick);
    expect(betterClock(slow, quick)).toBe(quick);
  });

  it('is read anew when the device’s clock was set', () => {
    const before = { aheadMs: 0, uncertainMs: 20 };
    const after = { aheadMs: -3_600_000, uncertainMs: 90 };
    expect(betterClock(before, after)).toBe(after);
  });
});

describe('a picture of an attempt', () => {
  it('tells what differs, slot by slot, and nothing of times', () => {
    const before = slots(3);
    const after = [
      { ...emptySlot(0), spentMs: 900 },
      { ...emptySlot(1), chosen: 'C', struck: ['A'] },
      { ...emptySlot(2), flagged: true, note: 'x' },
    ];
    expect(differences(before, after)).toEqual([
      { slot: 1, parts: ['answer', 'strikes'] },
      { slot: 2, parts: ['flag', 'note'] },
    ]);
    expect(differences(after, after)).toEqual([]);
  });

  it('counts what is open', () => {
    const some = [{ ...emptySlot(0), chosen: 'A' }, { ...emptySlot(1), flagged: true }, emptySlot(2)];
    expect(tally(some)).toEqual({ unanswered: 2, flagged: 1, revealed: 0 });
  });

  it('is taken up at the first open question', () => {
    const some = [
      { ...emptySlot(0), chosen: 'A', revealed: true },
      { ...emptySlot(1), chosen: 'A' },
      emptySlot(2),
    ];
    expect(startSlot({ attempt: ATTEMPT, slots: some })).toBe(1);
    expect(startSlot({ attempt: { ...ATTEMPT, mode: 'exam' }, slots: some })).toBe(2);
    expect(startSlot({ attempt: ATTEMPT, slots: some.slice(0, 1) })).toBe(0);
  });

  it('knows an option by its letter and by its place, not by its storage key', () => {
    const options = ['Q', 'A', 'C'].map((key, index) => ({ key, letter: 'ABC'.charAt(index), html: '' }));
    expect([optionAt({ options }, 'a'), optionAt({ options }, '2'), optionAt({ options }, '9')]).toEqual([
      'Q',
      'A',
      null,
    ]);
    expect(optionAt({ options }, 'E')).toBeNull();
  });
});

function standing(some: Partial<Standing>): Standing {
  return { attempt: ATTEMPT, now: NOW, slots: slots(1), rev: 0, explanations: [], ...some };
}

function slots(count: number): readonly SlotState[] {
  return Array.from({ length: count }, (_, slot) => emptySlot(slot));
}

type Told = Change extends infer One
  ? One extends Change
    ? Omit<One, 'id' | 'rev' | 'madeAt'>
    : never
  : never;
let made = 0;

function change(rev: number, told: Told): Change {
  made += 1;
  const id = `0197a000-0000-7000-8000-${made.toString().padStart(12, '0')}` as EventId;
  return { ...told, id, rev, madeAt: NOW };
}
