import { describe, expect, it } from 'vitest';
import { itemAfter, shownItems, stepOf } from './item-steps';

describe('going through the items by keys', () => {
  it('knows J and N as on, K and P as back', () => {
    expect(['j', 'N', 'k', 'P', 'x', 'Enter'].map(stepOf)).toEqual([1, 1, -1, -1, null, null]);
  });

  it.each([
    ['begins with the first', null, 1, 2],
    ['goes on', 2, 1, 5],
    ['goes back', 7, -1, 5],
    ['leaves out what is not shown', 3, 1, 5],
    ['stays at the end', 7, 1, null],
    ['stays at the beginning', 2, -1, null],
  ] as const)('%s', (_what, current, step, next) => {
    expect(itemAfter([2, 5, 7], current, step)).toBe(next);
  });

  it('shows all, those missed, or those flagged', () => {
    const entries = [
      { missed: true, flagged: false },
      { missed: false, flagged: true },
    ];
    expect(shownItems(entries, 'all')).toEqual(entries);
    expect(shownItems(entries, 'missed')).toEqual([entries[0]]);
    expect(shownItems(entries, 'flagged')).toEqual([entries[1]]);
  });
});
