import { oddBlanksIn } from '../parse/odd-blanks';
import type { Rule } from './rule';

/**
 * A text holds plain blanks only. Two in a row are a warning, since nothing shows them, and only between words of one
 * line: indents, the columns of a table and a line end that breaks the line keep theirs. Code, maths and addresses are
 * taken as they are written; joiners of other scripts and of emoji are left alone.
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
    for (const file of deck.files)
      for (const { span } of oddBlanksIn(file)) {
        const name = NAMES.find(([blank]) =>
          file.source.text.slice(span.start, span.end).includes(blank),
        )?.[1];
        if (name === undefined)
          report(
            file,
            {
              span,
              message: 'Several blanks stand in a row.',
              hint: 'One is enough; `content format` leaves one.',
            },
            'warning',
          );
        else
          report(file, {
            span,
            message: `A ${name} stands here.`,
            hint: '`content format` puts a plain blank in its place, or takes it out.',
          });
      }
  },
};

const NAMES: readonly (readonly [blank: string, name: string])[] = [
  ['\u00A0', 'no-break space'],
  ['\u202F', 'narrow no-break space'],
  ['\u2007', 'figure space'],
  ['\u200B', 'space without width'],
  ['\u2060', 'word joiner'],
  ['\uFEFF', 'byte-order mark'],
];
