import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findForeignRun, foreignRunsOf, RUN_LENGTH, readForeignRuns } from './foreign-runs';
import { Vocabulary } from './language/vocabulary';

const foreign = (text: string) => readForeignRuns(foreignRunsOf(text).join('\n'));
const found = (text: string, source: string) =>
  findForeignRun(new Vocabulary().wordsIn(text), foreign(source));

const SOURCE = 'one two three four five six seven eight nine ten';

describe('a run of eight words from elsewhere', () => {
  test('is found wherever it stands and however it is set', () => {
    expect(found(`Before that, “Two” three: FOUR five – six seven eight\nnine!`, SOURCE)).toBe(
      'two three four five six seven eight nine',
    );
  });

  test('is not found where a word differs or is missing', () => {
    expect(found('one two three four five six seven and eight nine ten', SOURCE)).toBeNull();
    expect(found('one two three four five six seven', SOURCE)).toBeNull();
  });

  test('is kept as hashes in sorted lines, of which no word can be read', () => {
    const lines = foreignRunsOf(SOURCE);
    expect(lines).toHaveLength(3);
    expect([...lines].sort()).toEqual(lines);
    for (const line of lines) expect(line).toMatch(/^[0-9a-f]{8} [0-9a-f]{16}$/);
  });

  test('is found exactly where eight words in a row are the same', () => {
    const words = fc.array(fc.constantFrom('a', 'b'), { maxLength: 24 });
    fc.assert(
      fc.property(words, words, (text, source) => {
        const runs = (from: readonly string[]) =>
          Array.from({ length: Math.max(0, from.length - RUN_LENGTH + 1) }, (_, start) =>
            from.slice(start, start + RUN_LENGTH).join(' '),
          );
        const shared = runs(text).find((run) => runs(source).includes(run));
        expect(found(text.join(' '), source.join(' '))).toBe(shared ?? null);
      }),
    );
  });
});
