import { describe, expect, test } from 'vitest';
import { checkLibrary } from '../check-library';
import { compileDeck } from '../compile-deck';
import { ALONE, type CompileContext } from '../context';
import { foreignRunsOf, readForeignRuns } from '../foreign-runs';
import { SAMPLE_MEDIA } from '../golden/sample-media';
import { ALL_RULES } from './all-rules';
import { LIBRARY_RULES } from './library-rules';
import { numberOf } from './rule';

const FRONT_MATTER = `---
deck: example
title: Example
objectives:
  L1: { text: Name the signs }
sources:
  adams: { title: Adams, year: 2019 }
---

`;

/** What the examples may refer to beyond their own text. */
const CONTEXT: CompileContext = {
  ...ALONE,
  media: SAMPLE_MEDIA,
  claims: new Map([['C01', { text: 'Tone falls', corrected: false }]]),
  anchors: new Map([['facial-palsy', new Set(['fac-site'])]]),
  today: '2026-11-24',
  foreignRuns: readForeignRuns(foreignRunsOf('The quick brown fox jumps over the lazy dog.').join('\n')),
};

function rulesRaisedBy(example: string): readonly string[] {
  const text = example.startsWith('---') ? example : FRONT_MATTER + example;
  return compileDeck([{ path: 'deck.md', text }], CONTEXT).diagnostics.map(({ ruleId }) => ruleId);
}

describe.each(ALL_RULES)('rule $id', ({ id, ok, notOk }) => {
  test.each(ok.map((example) => ({ example })))('accepts $example', ({ example }) => {
    expect(rulesRaisedBy(example)).not.toContain(id);
  });

  test.each(notOk.map((example) => ({ example })))('objects to $example', ({ example }) => {
    expect(rulesRaisedBy(example)).toContain(id);
  });
});

/** What is wrong with an example taken for a whole library that promises `C01` and, as a correction, `C02`. */
function libraryRulesRaisedBy(example: string): readonly string[] {
  const { decks, diagnostics } = checkLibrary({
    decks: [{ files: [{ path: 'example/deck.md', text: example }], media: null }],
    complete: true,
    claims: {
      path: 'claims.yaml',
      text: 'C01: { text: Tone falls }\nC02: { text: Not so, corrected: true }\n',
    },
    foreignRuns: null,
    today: null,
  });
  expect(decks.flatMap((deck) => deck.diagnostics).filter(({ severity }) => severity === 'error')).toEqual(
    [],
  );
  return diagnostics.map(({ ruleId }) => ruleId);
}

describe.each(LIBRARY_RULES)('rule $id', ({ id, ok, notOk }) => {
  test.each(ok.map((example) => ({ example })))('accepts $example', ({ example }) => {
    expect(libraryRulesRaisedBy(example)).not.toContain(id);
  });

  test.each(notOk.map((example) => ({ example })))('objects to $example', ({ example }) => {
    expect(libraryRulesRaisedBy(example)).toContain(id);
  });
});

const EVERY_RULE = [...ALL_RULES, ...LIBRARY_RULES];

describe('the rules together', () => {
  test('each have a number of their own', () => {
    const numbers = EVERY_RULE.map((rule) => numberOf(rule.id));
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('each say in plain sentences what they ask for and why', () => {
    for (const { id, summary, why } of EVERY_RULE) {
      expect(summary, id).toMatch(/^[A-Z][^\n]{15,160}\.$/);
      expect(why, id).toMatch(/^\S[^\n]{30,400}\.$/);
    }
  });

  test('each show what they accept and what they object to', () => {
    for (const rule of EVERY_RULE) {
      expect(rule.ok.length, rule.id).toBeGreaterThan(0);
      expect(rule.notOk.length, rule.id).toBeGreaterThan(0);
    }
  });
});
