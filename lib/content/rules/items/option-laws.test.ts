import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileDeck } from '../../compile-deck';
import { ALONE } from '../../context';
import { deckOf } from '../../golden/deck-text';
import { vignette } from './example';

const word: fc.Arbitrary<string> = fc.constantFrom(
  'axon',
  'Éfferent',
  'horn',
  'Nerve',
  'root',
  'type 2',
  'Type 10',
  'zone',
  'The cord',
);
const options = fc.uniqueArray(word, { minLength: 3, maxLength: 5 });
const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 99_999 }), { minLength: 3, maxLength: 5 });

function raised(texts: readonly string[], key = 0): ReadonlySet<string> {
  const written = texts.map((text, index) => (index === key ? `*${text}` : text));
  const { diagnostics } = compileDeck(deckOf(vignette({ options: written })), ALONE);
  return new Set(diagnostics.map(({ ruleId }) => ruleId));
}

const byAlphabet = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

describe('the laws of options', () => {
  test('options in the order of the alphabet are accepted by M09, and any two of them the other way round are not', () => {
    fc.assert(
      fc.property(options, fc.nat(), (texts, place) => {
        const sorted = [...texts].sort(byAlphabet.compare).filter((text) => text !== 'The cord');
        fc.pre(sorted.length > 2);
        expect(raised(sorted)).not.toContain('M09-option-order');
        const at = place % (sorted.length - 1);
        const swapped = sorted.with(at, sorted[at + 1] ?? '').with(at + 1, sorted[at] ?? '');
        expect(raised(swapped)).toContain('M09-option-order');
      }),
      { numRuns: 40 },
    );
  });

  test('numbers are ordered by value and not by their digits', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const ascending = [...values].sort((a, b) => a - b);
        expect(raised(ascending.map(String))).not.toContain('M09-option-order');
        expect(raised(ascending.toReversed().map(String))).toContain('M09-option-order');
      }),
      { numRuns: 40 },
    );
  });

  test('an option that comes again in other letters or with an article is found by M10, and no other is', () => {
    fc.assert(
      fc.property(options, fc.nat(), (texts, place) => {
        const again = texts[place % texts.length] ?? '';
        expect(raised([...texts, `the ${again.toUpperCase()}`])).toContain('M10-duplicate-options');
        expect(raised(texts)).not.toContain('M10-duplicate-options');
      }),
      { numRuns: 40 },
    );
  });

  test('a vignette has one key for M01 exactly when one option is ticked', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 3, maxLength: 5 }), (ticks) => {
        const written = ticks.map((tick, index) => `${tick ? '*' : ''}option ${index}`);
        const { diagnostics } = compileDeck(deckOf(vignette({ options: written })), ALONE);
        expect(diagnostics.some(({ ruleId }) => ruleId === 'M01-one-key')).toBe(
          ticks.filter(Boolean).length !== 1,
        );
      }),
      { numRuns: 40 },
    );
  });
});
