import { describe, expect, it } from 'vitest';
import { parcel, parcels } from '@/lib/testing/sending';
import {
  at,
  entriesOf,
  hasAt,
  idsOnDisk,
  isAllKept,
  moved,
  NOTHING_HELD,
  reopened,
  withEntries,
  withKept,
  withSettled,
} from './backlog';

const inOrder = (left: { number: number }, right: { number: number }) => left.number - right.number;
const ids = (...numbers: readonly number[]) => numbers.map((number) => parcel(number).id);

describe('a backlog', () => {
  it('holds what was added, in order, and says whether all of it is on the disk', () => {
    const added = withEntries(withEntries(NOTHING_HELD, [parcel(2)], true), [parcel(1)], false);
    expect(entriesOf(added, inOrder)).toEqual(parcels(1, 2));
    expect(isAllKept(added)).toBe(false);
    expect(idsOnDisk(added)).toEqual(ids(2));
    expect(isAllKept(withKept(added, ids(1)))).toBe(true);
  });

  it('is the same as before when nothing in it is new', () => {
    const before = withEntries(NOTHING_HELD, parcels(1, 2), true);
    expect(withEntries(before, parcels(1, 2), false)).toBe(before);
  });

  it('does not take in again what was settled, until that is open again', () => {
    const settled = withSettled(withEntries(NOTHING_HELD, parcels(1, 2), true), ids(1));
    expect(entriesOf(withEntries(settled, [parcel(1)], true), inOrder)).toEqual([parcel(2)]);
    expect(entriesOf(withEntries(reopened(settled), [parcel(1)], true), inOrder)).toEqual(parcels(1, 2));
  });

  it('moves an entry on only from where it is said to be', () => {
    const waiting = withEntries(NOTHING_HELD, parcels(1, 3), true);
    const going = moved(waiting, ids(1, 2), 'waiting', 'under-way');
    const failed = moved(going, ids(1, 3, 9), 'under-way', 'standing-back');
    expect(at(failed, 'standing-back', inOrder)).toEqual([parcel(1)]);
    expect(at(failed, 'under-way', inOrder)).toEqual([parcel(2)]);
    expect(at(failed, 'waiting', inOrder)).toEqual([parcel(3)]);
    expect(hasAt(moved(failed, ids(1), 'standing-back', 'waiting'), 'standing-back')).toBe(false);
  });

  it('does not ask the disk about what is on its way: its row is seen to from here', () => {
    const going = moved(withEntries(NOTHING_HELD, parcels(1, 2), true), ids(1), 'waiting', 'under-way');
    expect(idsOnDisk(going)).toEqual(ids(2));
  });
});
