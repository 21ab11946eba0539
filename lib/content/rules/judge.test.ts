import { describe, expect, test } from 'vitest';
import { compileDeck } from '../compile-deck';
import { ALONE } from '../context';
import { deckOf } from '../golden/deck-text';
import { MAX_DIAGNOSTICS } from '../limits';

const unit = (id: string, attributes: string) =>
  `:::qa{#${id} src=adams ${attributes}}\nTone after lesion ${id}?\n\n---\n\nLow\n:::`;

function rules(...blocks: readonly string[]): readonly string[] {
  return compileDeck(deckOf(...blocks), ALONE).diagnostics.map(
    ({ line, severity, ruleId }) => `${line} ${severity} ${ruleId}`,
  );
}

describe('ignoring a warning', () => {
  test('silences it in its block only', () => {
    expect(rules(unit('a', 'ignore="F11 an aside"'), unit('b', ''))).toEqual(['18 warning F11-orphan']);
  });

  test('in the front matter silences it in the whole file', () => {
    const text = `---\ndeck: example\ntitle: Example\nsources: { adams: { title: Adams, year: 2019 } }\nignore: { F11: asides }\n---\n`;
    const files = [{ path: 'deck.md', text: `${text}\n${unit('a', '')}\n\n${unit('b', '')}\n` }];
    expect(compileDeck(files, ALONE).diagnostics).toEqual([]);
  });

  test('is told when there is nothing to ignore', () => {
    expect(rules(unit('a', 'obj=L1 ignore="F11 an aside"'))).toEqual(['10 warning S14-ignore']);
  });

  test('may name a rule that is not run on a deck alone', () => {
    expect(rules(unit('a', 'obj=L1 ignore="D02 a beginning"'))).toEqual([]);
  });

  test('silences no error', () => {
    expect(rules(':::qa{#a obj=L1 ignore="F12 trust me"}\nQ?\n\n---\n\nA\n:::')).toEqual([
      '10 error F12-unsourced',
      '10 warning S14-ignore',
    ]);
  });
});

describe('a list of problems', () => {
  test('is in the order in which the text is read', () => {
    const found = rules('[x](#x)', ':::', unit('a', 'dir=up'), '[y](#y)');
    expect(found).toEqual([...found].sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)));
    expect(found).toHaveLength(5);
  });

  test('that is cut short says how many are left and still stops the deck', () => {
    const { deck, diagnostics } = compileDeck(deckOf(':::\n\n'.repeat(MAX_DIAGNOSTICS + 5)), ALONE);
    expect(deck).toBeNull();
    expect(diagnostics).toHaveLength(MAX_DIAGNOSTICS);
    expect(diagnostics.at(-1)).toMatchObject({ severity: 'error', message: '6 more problems follow.' });
  });
});
