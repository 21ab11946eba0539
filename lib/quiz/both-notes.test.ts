import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bothNotes } from './both-notes';

test('a note that only goes on from the other takes its place', () => {
  expect(bothNotes('brow', 'brow spared')).toBe('brow spared');
  expect(bothNotes('brow spared', 'brow')).toBe('brow spared');
  expect(bothNotes('', 'brow')).toBe('brow');
});

test('of two notes that part, nothing is lost, and what is written here stands last', () => {
  expect(bothNotes('PPP QQQ', 'PPP ZZZ')).toBe('PPP ZZZ\n\nPPP QQQ');
  fc.assert(
    fc.property(fc.string(), fc.string(), (here, elsewhere) => {
      const both = bothNotes(here, elsewhere);
      expect(both).toContain(here);
      expect(both).toContain(elsewhere);
    }),
  );
});
