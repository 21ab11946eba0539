import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventId } from '@/lib/base/ids';
import { emptySlot, withPending } from '@/lib/quiz/fold-slots';
import type { Change, PublicQuestion, SlotState } from '@/lib/quiz/model';
import type { Act } from './acts';
import { movesOn } from './moves';

const KEYS = ['k1', 'k2', 'k3'] as const;
const question: PublicQuestion = {
  slot: 0,
  kind: 'vignette',
  language: 'en',
  stemHtml: '',
  leadInHtml: '',
  options: KEYS.map((key, place) => ({ key, letter: 'ABC'.charAt(place), html: '' })),
  setName: null,
};

/** A question on which moves are made: what was done to it, what stands, what was said. */
function opened() {
  let state: SlotState = emptySlot(0);
  const batches: (readonly Act[])[] = [];
  const said: string[] = [];
  const withdrawn: string[] = [];
  const perform = (...acts: readonly Act[]) => {
    batches.push(acts);
    const changes = acts.map(
      (act, index) => ({ ...act, id: `${index}` as EventId, rev: index + 1, madeAt: 0 }) as Change,
    );
    state = withPending(state, changes);
  };
  const moves = () =>
    movesOn({
      question,
      state,
      locked: false,
      fixed: false,
      perform,
      say: (text) => said.push(text),
      onWithdrawn: (option) => withdrawn.push(option),
    });
  return { moves, standing: () => state, batches, said, withdrawn };
}

describe('moves on a question', () => {
  it('take back an answer that is ruled out, and say so', () => {
    const { moves, standing, batches, said, withdrawn } = opened();
    moves().choose('k2');
    moves().strike('k2');
    expect(standing()).toMatchObject({ chosen: null, struck: ['k2'] });
    // Together: no other tab sees the one without the other.
    expect(batches.at(-1)).toEqual([
      { kind: 'choose', slot: 0, option: null },
      { kind: 'strike', slot: 0, option: 'k2', struck: true },
    ]);
    expect(said.at(-1)).toBe('You ruled out B, which was your answer. Nothing is chosen now.');
    expect(withdrawn).toEqual(['k2']);
  });

  it('leave the answer alone when another option is ruled out', () => {
    const { moves, standing, said, withdrawn } = opened();
    moves().choose('k2');
    moves().strike('k1');
    expect(standing()).toMatchObject({ chosen: 'k2', struck: ['k1'] });
    expect(said.at(-1)).toBe('Option A ruled out.');
    expect(withdrawn).toEqual([]);
  });

  it('never leave an answer that is ruled out, whatever is done in whatever order', () => {
    const move = fc.tuple(fc.constantFrom('choose' as const, 'strike' as const), fc.constantFrom(...KEYS));
    fc.assert(
      fc.property(fc.array(move), (made) => {
        const { moves, standing } = opened();
        for (const [kind, key] of made) {
          moves()[kind](key);
          const { chosen, struck } = standing();
          expect(struck).not.toContain(chosen);
          if (kind === 'choose') expect(chosen).toBe(key);
        }
      }),
    );
  });
});
