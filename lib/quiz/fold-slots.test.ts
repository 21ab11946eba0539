import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventId } from '@/lib/base/ids';
import { changesReceived } from './changes.arbitrary';
import { emptySlot, foldAttempt, foldChanges, type ReceivedChange, withPending } from './fold-slots';
import type { Change } from './model';

const MADE_AT = Date.UTC(2026, 5, 15, 12);

type Doing = Change extends infer C
  ? C extends Change
    ? Omit<C, 'id' | 'slot' | 'rev' | 'madeAt'>
    : never
  : never;

/** Changes of slot 0, received in the order given; `place` sets revision, id or lateness. */
function received(...given: readonly (Doing & Partial<{ rev: number; id: string; late: boolean }>)[]) {
  return given.map((doing, seq) => {
    const { rev = seq + 1, id = `id-${seq}`, late = false, ...what } = doing;
    return { slot: 0, madeAt: MADE_AT, seq, rev, late, id: id as EventId, ...what } as ReceivedChange;
  });
}

describe('the laws of what stands at a slot', () => {
  it('Q05 the order in which changes are given changes nothing', () => {
    const twoOrders = changesReceived().chain((changes) =>
      fc.tuple(fc.constant(changes), fc.shuffledSubarray([...changes], { minLength: changes.length })),
    );
    fc.assert(
      fc.property(twoOrders, ([changes, shuffled]) => {
        expect(foldAttempt(3, shuffled)).toEqual(foldAttempt(3, changes));
      }),
      { numRuns: 500 },
    );
  });

  it('Q05 the order in which changes are received changes nothing, unless an answer was revealed', () => {
    const twoReceipts = changesReceived(['reveal']).chain((changes) =>
      fc.tuple(
        fc.constant(changes),
        fc
          .shuffledSubarray([...changes], { minLength: changes.length })
          .map((arrived) => arrived.map((change, seq) => ({ ...change, seq }))),
      ),
    );
    fc.assert(
      fc.property(twoReceipts, ([changes, otherwise]) => {
        expect(foldAttempt(3, otherwise)).toEqual(foldAttempt(3, changes));
      }),
      { numRuns: 500 },
    );
  });

  it('a change sent again counts once, time too', () => {
    const withCopies = changesReceived().chain((changes) =>
      fc.tuple(
        fc.constant(changes),
        changes.length > 0 ? fc.array(fc.constantFrom(...changes)) : fc.constant([]),
      ),
    );
    fc.assert(
      fc.property(withCopies, ([changes, again]) => {
        const copies = again.map((change, index) => ({ ...change, seq: changes.length + index }));
        expect(foldAttempt(3, [...copies, ...changes])).toEqual(foldAttempt(3, changes));
      }),
      { numRuns: 500 },
    );
  });

  it('what is received after a reveal changes neither the answer nor how sure it was', () => {
    fc.assert(
      fc.property(changesReceived(), changesReceived(), (before, after) => {
        const reveal = received({ kind: 'reveal', id: 'reveal' }).map((change) => ({ ...change, seq: 100 }));
        const later = after.map((change) => ({ ...change, seq: 101 + change.seq, rev: change.rev + 1_000 }));
        const told = foldChanges(0, [...before, ...reveal]);
        const { chosen, confidence, revealed, late } = foldChanges(0, [...before, ...reveal, ...later]);
        expect({ chosen, confidence, revealed, late }).toEqual({
          chosen: told.chosen,
          confidence: told.confidence,
          revealed: true,
          late: told.late,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('a browser shows what the server will say once it has received what waits', () => {
    fc.assert(
      fc.property(changesReceived(), changesReceived(), (known, drawn) => {
        const pending = drawn.map((change, index) => ({
          ...change,
          id: `later-${change.id}` as EventId,
          rev: 100 + index,
          seq: 100 + index,
          late: false,
        }));
        for (const slot of [0, 1, 2]) {
          expect(withPending(foldChanges(slot, known), pending)).toEqual(
            foldChanges(slot, [...known, ...pending]),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it('each slot stands by itself', () => {
    fc.assert(
      fc.property(changesReceived(), (changes) => {
        expect(foldAttempt(3, changes)).toEqual([0, 1, 2].map((slot) => foldChanges(slot, changes)));
        expect(foldChanges(1, changes)).toEqual(
          foldChanges(
            1,
            changes.filter(({ slot }) => slot === 1),
          ),
        );
      }),
    );
  });
});

describe('what stands at a slot', () => {
  it('is nothing at first', () => {
    expect(foldChanges(4, [])).toEqual(emptySlot(4));
  });

  it('Q06 is what the greatest revision says, though it was received before another tab’s', () => {
    const changes = received(
      { kind: 'choose', option: 'C', rev: 9 },
      { kind: 'choose', option: 'A', rev: 4 },
      { kind: 'note', text: 'last', rev: 3 },
      { kind: 'note', text: 'first', rev: 2 },
    );
    expect(foldChanges(0, changes)).toMatchObject({ chosen: 'C', note: 'last' });
  });

  it('Q06 is decided by the greater id where two tabs made the same revision', () => {
    const changes = received(
      { kind: 'choose', option: 'C', rev: 4, id: 'b' },
      { kind: 'choose', option: 'A', rev: 4, id: 'a' },
    );
    expect(foldChanges(0, changes).chosen).toBe('C');
  });

  it('strikes options one by one, and lists them in order', () => {
    const changes = received(
      { kind: 'strike', option: 'D', struck: true },
      { kind: 'strike', option: 'B', struck: true },
      { kind: 'strike', option: 'A', struck: true },
      { kind: 'strike', option: 'D', struck: false },
    );
    expect(foldChanges(0, changes).struck).toEqual(['A', 'B']);
  });

  it('adds up the time that was spent', () => {
    const changes = received({ kind: 'spent', ms: 1_000, id: 'x' }, { kind: 'spent', ms: 500, id: 'y' });
    expect(foldChanges(0, [...changes, ...changes]).spentMs).toBe(1_500);
  });

  it('keeps an answer of a lower revision than the reveal, received before it', () => {
    const changes = received(
      { kind: 'choose', option: 'B', rev: 7 },
      { kind: 'confidence', confidence: 'sure', rev: 8 },
      { kind: 'reveal', rev: 2 },
      { kind: 'choose', option: 'A', rev: 9 },
      { kind: 'flag', flagged: true, rev: 10 },
    );
    expect(foldChanges(0, changes)).toMatchObject({
      chosen: 'B',
      confidence: 'sure',
      revealed: true,
      flagged: true,
    });
  });

  it('is late when its answer came late, not when something else did', () => {
    const inTime = received({ kind: 'choose', option: 'B' }, { kind: 'flag', flagged: true, late: true });
    expect(foldChanges(0, inTime).late).toBe(false);
    const late = received({ kind: 'choose', option: 'B' }, { kind: 'choose', option: 'C', late: true });
    expect(foldChanges(0, late).late).toBe(true);
    const takenBack = received({ kind: 'choose', option: 'B' }, { kind: 'choose', option: null, late: true });
    expect(foldChanges(0, takenBack)).toMatchObject({ chosen: null, late: false });
  });

  it('may be emptied again', () => {
    const changes = received(
      { kind: 'choose', option: 'B' },
      { kind: 'confidence', confidence: 'think' },
      { kind: 'highlight', ranges: [[0, 3]] },
      { kind: 'choose', option: null },
      { kind: 'confidence', confidence: null },
      { kind: 'highlight', ranges: [] },
    );
    expect(foldChanges(0, changes)).toEqual(emptySlot(0));
  });
});
