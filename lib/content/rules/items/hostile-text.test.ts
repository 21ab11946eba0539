import { describe, expect, test } from 'vitest';
import { compileDeck } from '../../compile-deck';
import { ALONE } from '../../context';
import { FRONT_MATTER } from '../../golden/deck-text';
import { MAX_BLOCK_LENGTH } from '../../limits';
import { vignette } from './example';

/** Pieces that patterns begin to match and do not finish, over and over. */
const PIECES: readonly string[] = [
  'a',
  '.',
  '? ',
  ' ',
  '\u00a0',
  '1',
  '1,000',
  '1 - ',
  '5-',
  '(',
  '(0',
  '"',
  'A, B, ',
  'A and ',
  'which of the following ',
  'which of the following aa bb ',
  'which not ',
  'protein is ',
  'protein 1 ',
  'CK 1 x10^',
  'glucose 1 a/',
  'pulse 1',
  'temperature of ',
  '1-year-old a ',
  '1-year-old ',
  'no changes in ',
  'all of the ',
  'MRI of ',
  'question ',
  'Werdnig-',
  'ABCDE ',
  'sssss',
  'eded',
  'ing',
  'É',
  '😀',
  'a\n',
  '\\_',
  '&amp;',
];

function filled(piece: string): string {
  return piece.repeat(Math.floor((MAX_BLOCK_LENGTH - 1200) / piece.length));
}

/** Where the text of an author stands in an item. */
const PLACES: readonly (readonly [string, (text: string) => string])[] = [
  ['the stem', (stem) => vignette({ stem: `A 4-year-old girl ${stem}` })],
  ['the lead-in', (leadIn) => vignette({ leadIn: `Which ${leadIn}?` })],
  ['an option', (text) => vignette({ options: [`*${text}`, 'Root', 'Nerve'] })],
  ['a rationale', (text) => vignette({ options: [`*Horn\n  > ${text}`, 'Root', 'Nerve'] })],
  [
    'a clue',
    (text) => vignette({ options: [`*Horn {clues="${text.replaceAll('\n', ' ')}"}`, 'Root', 'Nerve'] }),
  ],
  [
    'a cell',
    (text) =>
      vignette({
        stem: `| Test | Result | Reference |\n|---|---|---|\n| CK | 1 ${text.replaceAll('\n', ' ')} | |`,
      }),
  ],
];

describe.each(PLACES)('the rules for items, where %s is as long as a block may be', (_place, write) => {
  test.each(PIECES.map((piece) => ({ piece })))('come to an end over $piece again and again', ({ piece }) => {
    const text = FRONT_MATTER + write(filled(piece));
    const lines = text.split('\n');
    for (const found of compileDeck([{ path: 'deck.md', text }], ALONE).diagnostics) {
      expect(found.endLine).toBeLessThanOrEqual(lines.length);
      expect(found.endColumn).toBeLessThanOrEqual((lines[found.endLine - 1] ?? '').length + 1);
      expect(found.line < found.endLine || found.column <= found.endColumn).toBe(true);
    }
  });
});
