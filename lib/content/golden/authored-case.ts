import fc from 'fast-check';

/** Heads of the blocks that hold cases. */
const HEADS = [
  ':::vignette{#polio obj=L1 src=adams}',
  ':::vignette{#polio group=site links="polio gbs/x" order="logical by depth"}',
  ':::match{#where obj=L1 src=adams}',
  ':::note{asOf=2025-10-01 src=adams}',
];

/** What cases are made of, whole and broken. `%` stands for a word that occurs once. */
const PIECES = [
  'A girl of four %.',
  '**Which % is damaged?**',
  '**Which %**?',
  'Which % then?',
  '### Which %?',
  '| Test | Result | Reference |\n|---|---|---|\n| % | 85 | 0–5 |',
  '- [ ] **A.** % root',
  '- [x] **B.** % horn {claims=C10 clues="a 10:30"}',
  '- [X] **b** %',
  '- [ ] C) % {pin}',
  '- [x ] **D. %**',
  '- []**E.** *%* {clues="{%}"',
  '- **F.** %',
  '* [ ] **G.** %',
  '  - [ ] **H.** %',
  '- % \\{pin}',
  '-',
  '1. Wasting % {#one key=A}',
  '2) % {#two key=B was=one}',
  '1. %',
  '   %',
  '  > Because %.',
  '   > Because %.',
  '> Because %.',
  '  Because %.',
  '  - %',
  '**Key point:** %.',
  'Key point: %',
  '**Key point: %**',
  '**Key point:**',
  '---',
  '***',
  '  ---',
  '<!-- % -->',
  '<b>%</b>',
  '![%](media/a.svg)',
  '```\n%\n```',
  '::widget{name=facial-palsy-face}',
  '10:30 HLA:DR3 %',
  '\u00a0%',
  '😀 % &amp; \\*',
  '{#%}',
] as const;

/** A block that holds a case as an author might leave it at any moment, with the words that stand in it once each. */
export const authoredCase: fc.Arbitrary<Readonly<{ text: string; words: readonly string[] }>> = fc
  .tuple(
    fc.constantFrom(...HEADS),
    fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom('\n', '\n\n')), { maxLength: 25 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([head, pieces, lineEnd]) => {
    const words: string[] = [];
    const body = pieces.map(([piece, end]) => {
      const named = piece.replace('%', () => {
        words.push(`word${words.length}x`);
        return words.at(-1) ?? '';
      });
      return named + end;
    });
    return { text: `${head}\n${body.join('')}\n:::\n`.replaceAll('\n', lineEnd), words };
  });
