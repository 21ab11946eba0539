import { describe, expect, test } from 'vitest';
import { compileDeck } from '../compile-deck';
import { ALONE } from '../context';
import { cloze, deckOf, FRONT_MATTER, qa } from '../golden/deck-text';
import { formulaOf } from './formula';
import { safeMathMl } from './math-ml';

const set = (tex: string) => formulaOf({ type: 'inlineMath', value: tex });

describe('a formula', () => {
  test('is MathML without a trace of what made it', () => {
    expect(formulaOf({ type: 'math', value: '\\frac{a}{b} < \\text{"5"}' }).html).toBe(
      '<math display="block"><mrow><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>&lt;</mo><mtext>&quot;5&quot;</mtext></mrow></math>',
    );
  });

  test('on a card shows on its faces, in an answer and beside a gap', () => {
    const files = deckOf(
      qa('a', 'What is $$x^2$$?', '$$\ny\n$$'),
      cloze('b', 'The sum of the two values is $$a + b$$ and it is :c1[positive] in healthy adults.'),
    );
    const { deck } = compileDeck(files, ALONE);
    expect(deck?.cards[0]?.frontHtml).toContain('<msup>');
    expect(deck?.cards[0]?.backHtml).toContain('<math display="block">');
    expect(deck?.cards[1]?.frontHtml).toContain('<mo>+</mo>');
  });

  test('that is wrong is told at its very place', () => {
    const text = `${FRONT_MATTER}One $$x + \\nonsense$$ two.\n\n$$\na_\n$$\n`;
    const found = compileDeck([{ path: 'deck.md', text }], ALONE).diagnostics;
    const lines = text.split('\n');
    expect(found.map(({ ruleId }) => ruleId)).toEqual(['S21-formula', 'S21-formula']);
    const [first, second] = found.map((one) => lines[one.line - 1]?.slice(one.column - 1, one.endColumn - 1));
    expect([first, second]).toEqual(['\\nonsense', '_']);
  });

  test.each([
    '\\def\\a{\\a\\a}\\a',
    '\\newcommand{\\a}[1]{\\a{#1#1}}\\a{x}',
    '\\let\\a=\\relax\\def\\b{\\b}\\b',
    '{'.repeat(1_900),
    '\\frac1'.repeat(300),
    '\\sqrt{'.repeat(300),
    '\\begin{matrix}'.repeat(120),
    'x'.repeat(2_001),
    '\\href{javascript:alert(1)}{x}',
    '\\url{https://example.org}',
    '\\includegraphics{https://example.org/a.png}',
    '\\htmlStyle{position: fixed}{x}',
    '\\htmlClass{a}{x}',
    '\\htmlId{main}{x}',
    '\\htmlData{a=b}{x}',
  ])('is refused with a sentence: %s', (tex) => {
    expect(set(tex).problem?.message).toMatch(/^This formula /);
  });

  test.each([
    '\\rule{9999em}{9999em}',
    '\\fcolorbox{red}{blue}{x}',
    '\\colorbox{red}{x}',
    '\\color{red} x',
    '\\text{<script>alert(1)</script>}',
    '\\boxed{x} \\cancel{y} \\overbrace{z}^{w}',
    '\\begin{array}{c|c} a & b \\\\ \\hline c & d \\end{array}',
    '\\kern 999em x \\hspace{999em} \\raisebox{999em}{y} \\kern-999em',
    '\\text{" onmouseover="alert(1)}',
    '\\verb|<b onclick=x>|',
  ])('is inert, and not larger than a page: %s', (tex) => {
    const { html } = set(tex);
    expect(html).toMatch(/^<math>.*<\/math>$/);
    expect(html).not.toMatch(/ (?:style|class|id|href|src|on\w+)=|<(?:script|b|span|a|img)\b/);
    for (const [, size] of html?.matchAll(/"[+-]?([\d.]+)em"/g) ?? [])
      expect(Number(size)).toBeLessThanOrEqual(20);
  });

  test('is nothing but what a formula is made of, whatever it is written from', () => {
    expect(
      safeMathMl('<math onclick="x" display="block"><script>1</script><mi href="y">a&amp;b</mi></math>'),
    ).toBe('<math display="block">1<mi>a&amp;b</mi></math>');
    expect(safeMathMl('<math><mi a=b>x</mi></math>')).toBeNull();
    expect(safeMathMl('a < b')).toBeNull();
  });
});
