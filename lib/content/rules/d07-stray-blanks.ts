import type { FileFacts } from '../parse/facts';
import type { Report, Rule } from './rule';

/**
 * A text holds plain blanks only. Two in a row are a warning, since nothing shows them, and only between words of one
 * line: indents, the columns of a table and a line end that breaks the line keep theirs. Joiners of other scripts and of
 * emoji are left alone.
 */
export const strayBlanks: Rule = {
  id: 'D07-stray-blanks',
  severity: 'error',
  summary: 'Use plain blanks, one at a time: none that do not break, have no width, or stand twice.',
  why: 'Blanks that look alike and are not make two equal words differ: typed answers fail, searches miss, and comparisons lie.',
  ok: [
    'Tone  \nis low.',
    '| Sign   | UMN |\n|--------|-----|\n| Tone   | up  |',
    '`a  b`',
    '- a\n\n      code',
  ],
  notOk: ['Tone is\u00A0low.', 'Tone\u200B is low.', 'Tone  is low.'],
  check(deck, report) {
    for (const file of deck.files) {
      for (const [blank, name] of BLANKS) tellEach(file, blank, name, report);
      if (file.source.text.includes('  ')) tellDouble(file, report);
    }
  },
};

const BLANKS: readonly (readonly [blank: string, name: string])[] = [
  ['\u00A0', 'no-break space'],
  ['\u202F', 'narrow no-break space'],
  ['\u2007', 'figure space'],
  ['\u200B', 'space without width'],
  ['\u2060', 'word joiner'],
  ['\uFEFF', 'byte-order mark'],
];

function tellEach(file: FileFacts, blank: string, name: string, report: Report): void {
  const { text } = file.source;
  for (let at = text.indexOf(blank); at >= 0; at = text.indexOf(blank, at + 1))
    report(file, {
      span: { start: at, end: at + 1 },
      message: `A ${name} stands here.`,
      hint: '`content format` puts a plain blank in its place, or takes it out.',
    });
}

/** Behind a word and before one, in no code and no row of a table. */
const DOUBLE = /(?<=[^\s|`]) {2,}(?=[^\s|`])/g;

function tellDouble(file: FileFacts, report: Report): void {
  for (const { 0: blanks, index } of file.source.text.matchAll(DOUBLE)) {
    if (!isProse(file, index)) continue;
    const span = { start: index, end: index + blanks.length };
    report(file, { span, message: 'Several blanks stand in a row.', hint: 'One is enough.' }, 'warning');
  }
}

/** Whether the line reads as a sentence: rows of tables, code, front matter, list marks and heads of blocks do not. */
function isProse(file: FileFacts, at: number): boolean {
  const { text, parserText } = file.source;
  if (parserText.charCodeAt(at - 1) !== text.charCodeAt(at - 1)) return false;
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const line = text.slice(start, at);
  return /^ {0,3}[^\s|:>#`~-]/.test(line) && !/^\s{0,3}\d+[.)]$/.test(line) && !line.includes('`');
}
