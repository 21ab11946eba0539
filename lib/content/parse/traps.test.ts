import { describe, expect, test } from 'vitest';
import { compileDeck } from '../compile-deck';
import { ALONE } from '../context';
import { cloze, deckOf, qa } from '../golden/deck-text';
import type { SourceFile } from '../model';

function card(files: readonly SourceFile[], index = 0) {
  const { deck, diagnostics } = compileDeck(files, ALONE);
  expect(diagnostics.filter((found) => found.severity === 'error')).toEqual([]);
  return deck?.cards[index];
}

function rules(files: readonly SourceFile[]): readonly string[] {
  return compileDeck(files, ALONE).diagnostics.map((found) => found.ruleId);
}

describe('what authors write', () => {
  test('closes a block directly under a table', () => {
    const files = deckOf(qa('a', 'Q?', '| A |\n|---|\n| b |'), qa('b', 'Tone?', 'Low'));
    expect(card(files, 1)?.unit).toBe('b');
    expect(card(files)?.backHtml).not.toContain(':::');
  });

  test('closes a block directly under the address of a link, and opens one there', () => {
    const files = deckOf(qa('a', 'Q?', 'See [it][x].\n\n[x]: https://example.org'), qa('b', 'Which?', 'B'));
    expect(card(files)?.backHtml).toContain('href="https://example.org"');
    expect(card(files, 1)?.unit).toBe('b');
    expect(card(deckOf(`[x]: https://example.org\n${qa('c', 'Q?', 'A')}`))?.unit).toBe('c');
  });

  test('closes a block directly under a table inside a list', () => {
    expect(card(deckOf(qa('a', 'Q?', '- | A |\n  |---|\n  | b |'), qa('b', 'Tone?', 'Low')), 1)?.unit).toBe(
      'b',
    );
  });

  test('keeps colons in code as text', () => {
    const files = deckOf(qa('a', 'Q?', '```\n:::\n:::qa{#x}\n```'), qa('b', 'Tone?', 'Low'));
    expect(card(files)?.backHtml).toBe('<pre><code>:::\n:::qa{#x}\n</code></pre>');
  });

  test.each(['HLA:DR3', 'GCS:E4', '10:30', '1:100', 'a:b{c=d}', 'Na:K ratio 3:1', 'x :smile: y'])(
    'keeps %s as it is written',
    (text) => {
      expect(card(deckOf(qa('a', `${text}?`, 'A')))?.frontHtml).toBe(`<p>${text}?</p>`);
      expect(card(deckOf(qa('a', `**${text}**`, 'A')))?.frontHtml).toBe(`<p><strong>${text}</strong></p>`);
      expect(card(deckOf(qa('a', `## ${text}`, 'A')))?.frontText).toBe(text);
    },
  );

  test('keeps the markup inside brackets behind a colon', () => {
    expect(card(deckOf(qa('a', 'At 10:30[**sharp**]', 'A')))?.frontHtml).toBe(
      '<p>At 10:30[<strong>sharp</strong>]</p>',
    );
  });

  test('keeps what looks like a directive inside another', () => {
    expect(card(deckOf(qa('a', 'HLA:DR[3 or :x[*four*] at 10:30]?', 'A')))?.frontHtml).toBe(
      '<p>HLA:DR[3 or :x[<em>four</em>] at 10:30]?</p>',
    );
  });

  test("keeps colons in a picture's description", () => {
    const front = card(deckOf(qa('a', '![HLA:DR3 at *10:30*](media/a.svg)', 'A')))?.frontHtml;
    expect(front).toContain('aria-label="HLA:DR3 at 10:30"');
  });

  test('keeps dollars as money, and reads double dollars as maths', () => {
    const front = card(deckOf(qa('a', 'From $5 to $10, $$x^2$$?', 'A')))?.frontHtml;
    expect(front).toBe('<p>From $5 to $10, <math><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math>?</p>');
  });

  test('reads single tildes as subscripts and double ones as struck out', () => {
    expect(card(deckOf(qa('a', 'CO~2~ ~~no~~', 'A')))?.frontHtml).toBe('<p>CO<sub>2</sub> <del>no</del></p>');
  });

  test('decodes character references and quotation marks in attributes', () => {
    const front = card(
      deckOf(cloze('a', 'Damage to the anterior horn leaves tone :c1[low]{hint="&alpha; or \\"b\\""}.')),
    )?.frontHtml;
    expect(front).toContain('>[α or &quot;b&quot;]</span>');
  });

  test('hides the same key in several places on one card, and lets keys nest', () => {
    const files = deckOf(
      cloze('a', 'Damage to the anterior horn leaves :c1[tone :c2[low]] and :c1[reflexes].'),
    );
    expect(compileDeck(files, ALONE).deck?.cards.map((one) => one.frontText)).toEqual([
      'Damage to the anterior horn leaves […] and […].',
      'Damage to the anterior horn leaves tone […] and reflexes.',
    ]);
  });

  test('tells a question read as a heading once, not as a missing answer too', () => {
    expect(rules(deckOf(':::qa{#a obj=L1 src=adams}\nQ?\n---\nA\n:::'))).toEqual(['S08-question-as-heading']);
  });

  test('asks for no id where the head could not be read', () => {
    const oneLine = rules(deckOf(':::qa {#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::'));
    const twoLines = rules(deckOf(':::qa{#a\nobj=L1 src=adams}\nQ?\n\n---\n\nA\n:::'));
    expect(oneLine).toEqual(['S02-text-after-head']);
    expect(twoLines).toEqual(['S07-attribute']);
  });

  test('reads the blocks behind one that was not closed', () => {
    const open = ':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA';
    expect(rules(deckOf(open, qa('b', 'Tone?', 'A', 'dir=up')))).toEqual([
      'S04-unclosed-block',
      'S07-attribute',
    ]);
  });
});

describe('what nobody writes', () => {
  test.each([
    { what: 'quotation marks', text: '>'.repeat(60_000) },
    { what: 'nested deletions', text: ':c1['.repeat(20_000) },
    { what: 'colons', text: ':a'.repeat(100_000) },
    { what: 'numbered lists', text: '1. '.repeat(60_000) },
    { what: 'emphasis', text: '**a *b '.repeat(50_000) },
    { what: 'open blocks', text: ':::qa{#a}\n'.repeat(20_000) },
    { what: 'closed blocks', text: ':::\n'.repeat(20_000) },
    { what: 'attributes', text: `:::qa{${'a=b '.repeat(100_000)}}\n:::` },
    { what: 'brackets', text: '[a]('.repeat(50_000) },
    { what: 'headings', text: '# a\n'.repeat(20_000) },
    { what: 'lost links', text: '[a](#b)\n\n'.repeat(20_000) },
    { what: 'nested lists', text: nested('- a') },
    { what: 'options', text: `:::vignette{#a}\n${'- [ ] **A.** x {pin}\n'.repeat(30_000)}:::` },
    { what: 'options in options', text: `:::vignette{#a}\n${nested('- [ ] **A.** x')}\n:::` },
    { what: 'braces that close nothing', text: `:::vignette{#a}\n${'- [ ] a}\n'.repeat(60_000)}:::` },
    { what: 'braces that open everything', text: `:::vignette{#a}\n- [ ] ${'{a='.repeat(5_000)}}\n:::` },
    { what: 'stray quotations', text: `:::vignette{#a}\n- [ ] **A.** x\n${'\n> a\n'.repeat(60_000)}:::` },
    { what: 'stray paragraphs', text: `:::match{#a}\n- **A.** x\n${'\na\n'.repeat(60_000)}:::` },
    { what: 'stems without ids', text: `:::match{#a}\n${'1. a {key=A}\n'.repeat(40_000)}:::` },
    { what: 'blocks without ids', text: ':::qa\n:::\n\n'.repeat(20_000) },
    { what: 'names in an attribute', text: `:::qa{#a obj="${'x '.repeat(100_000)}"}\n:::` },
    { what: 'widgets', text: '::widget{name=x}\n\n'.repeat(20_000) },
    { what: 'dated notes', text: ':::note{asOf=x}\n:::\n\n'.repeat(20_000) },
    { what: 'nested front matter', text: `---\ndeck: ${'['.repeat(60_000)}\n---\n` },
    {
      what: 'aliases',
      text: '---\na: &a [1,1,1,1]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n---\n',
    },
    { what: 'front matter in dashes', text: `---\n${'- '.repeat(30_000)}\n---\n` },
    {
      what: 'front matter in steps',
      text: `---\n${Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')}\n---\n`,
    },
  ])('ends in a diagnostic: thousands of $what', ({ text }) => {
    const { deck, diagnostics } = compileDeck([{ path: 'deck.md', text }], ALONE);
    expect(deck).toBeNull();
    expect(diagnostics.length).toBeGreaterThan(0);
  });
});

/** The same line, each time two blanks further in. */
function nested(line: string): string {
  return Array.from({ length: 800 }, (_, depth) => ' '.repeat(2 * depth) + line).join('\n');
}
