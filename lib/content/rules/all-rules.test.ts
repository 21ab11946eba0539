import { describe, expect, test } from 'vitest';
import { compileDeck } from '../compile-deck';
import { ALONE } from '../context';
import { SAMPLE_MEDIA } from '../golden/sample-media';
import { ALL_RULES } from './all-rules';
import { numberOf } from './rule';

const FRONT_MATTER = `---
deck: example
title: Example
objectives:
  L1: { text: Name the signs }
sources:
  adams: { title: Adams }
---

`;

function rulesRaisedBy(example: string): readonly string[] {
  const text = example.startsWith('---') ? example : FRONT_MATTER + example;
  const context = { ...ALONE, media: SAMPLE_MEDIA };
  return compileDeck([{ path: 'deck.md', text }], context).diagnostics.map(({ ruleId }) => ruleId);
}

describe.each(ALL_RULES)('rule $id', ({ id, ok, notOk }) => {
  test.each(ok.map((example) => ({ example })))('accepts $example', ({ example }) => {
    expect(rulesRaisedBy(example)).not.toContain(id);
  });

  test.each(notOk.map((example) => ({ example })))('objects to $example', ({ example }) => {
    expect(rulesRaisedBy(example)).toContain(id);
  });
});

describe('the rules together', () => {
  test('each have a number of their own', () => {
    const numbers = ALL_RULES.map((rule) => numberOf(rule.id));
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('each say in plain sentences what they ask for and why', () => {
    for (const { id, summary, why } of ALL_RULES) {
      expect(summary, id).toMatch(/^[A-Z][^\n]{15,160}\.$/);
      expect(why, id).toMatch(/^\S[^\n]{30,400}\.$/);
    }
  });

  test('each show what they accept and what they object to', () => {
    for (const rule of ALL_RULES) {
      expect(rule.ok.length, rule.id).toBeGreaterThan(0);
      expect(rule.notOk.length, rule.id).toBeGreaterThan(0);
    }
  });
});
