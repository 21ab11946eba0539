import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemUid } from '@/lib/base/ids';
import { compiledVignette } from '@/lib/testing/compiled-vignette';
import { rulingOf, scoreSlot, slotScoreOf } from './score';

const item = compiledVignette('B');
const authored = rulingOf(item, null);

describe('a score', () => {
  it.each([
    { chosen: 'B', outcome: 'right', score: 1 },
    { chosen: 'A', outcome: 'wrong', score: 0 },
    { chosen: null, outcome: 'omitted', score: 0 },
  ])('of $chosen where B is the key is $score', ({ chosen, outcome, score }) => {
    expect(scoreSlot({ chosen }, authored)).toEqual({ outcome, score });
  });

  it('Q14 is 0 for anything that is not an option of the item, whatever was decided', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.array(fc.string(), { minLength: 1 })), (chosen, decided) => {
        fc.pre(!item.options.some(({ letter }) => letter === chosen));
        expect(scoreSlot({ chosen }, rulingOf(item, decided && [...decided, chosen])).score).toBe(0);
      }),
    );
  });

  it('Q10 follows the decision where one was made: another key, or several', () => {
    expect(scoreSlot({ chosen: 'C' }, rulingOf(item, ['C'])).outcome).toBe('right');
    expect(scoreSlot({ chosen: 'B' }, rulingOf(item, ['C'])).outcome).toBe('wrong');
    for (const chosen of ['B', 'C']) expect(scoreSlot({ chosen }, rulingOf(item, ['B', 'C'])).score).toBe(1);
  });

  it('Q11 of a voided item is full for everybody, those who left it out too', () => {
    const voided = rulingOf(item, []);
    for (const chosen of ['A', 'B', null]) {
      expect(scoreSlot({ chosen }, voided)).toEqual({ outcome: 'voided', score: 1 });
    }
  });

  it('is not full for everybody because an item was authored without a key', () => {
    expect(scoreSlot({ chosen: 'A' }, rulingOf(compiledVignette('?'), null))).toEqual({
      outcome: 'wrong',
      score: 0,
    });
  });
});

describe('the line of a slot in a result', () => {
  const shown = { itemUid: 'item' as ItemUid, version: 3, ruling: rulingOf(item, ['C']) };
  const state = { slot: 4, chosen: 'B' };
  const decided = { at: 7, reason: 'Both are taught' };

  it('tells the score as it is now, and none before where nothing was decided', () => {
    expect(slotScoreOf(state, { ...shown, ruling: authored, before: null, decided: null })).toEqual({
      slot: 4,
      itemUid: 'item',
      version: 3,
      score: 1,
      outcome: 'right',
      scoreBefore: null,
      decided: null,
    });
  });

  it('Q10 tells the score before the decision too', () => {
    expect(slotScoreOf(state, { ...shown, before: authored, decided })).toMatchObject({
      score: 0,
      scoreBefore: 1,
      decided,
    });
  });
});
