import { wordsOf } from '../language/words';
import { vignette } from './items/example';
import { englishItemsOf, type OptionText } from './items/items-of';
import type { Rule } from './rule';

/** Words for up, down and no change, and pairs of which one must be true. */
const DIRECTIONS: Readonly<Record<'up' | 'down' | 'same' | 'yes' | 'no', RegExp>> = {
  up: /^(?:increased?|increases|raised?|raises|elevated|higher|brisker|stronger|larger|longer|faster|exaggerated)$/,
  down: /^(?:decreased?|decreases|reduced?|reduces|lowered|lower|diminished|weaker|smaller|shorter|slower|depressed)$/,
  same: /^(?:unchanged|unaffected|unaltered|same|normal|constant|stable)$|^no$/,
  yes: /^(?:present|positive)$/,
  no: /^(?:absent|negative)$/,
};

/** What is left of "no change in tone" besides "tone". */
const FILLER = /^(?:change|changes|difference|in|of|the|is|are)$/;

/**
 * Two or three options that leave nothing over (more, less, the same; present, absent) beside others that have nothing
 * to do with them. A set in which every option is such a change is a sound item and let alone.
 */
export const exhaustiveSubset: Rule = {
  id: 'M17-exhaustive-subset',
  severity: 'warning',
  summary: 'Do not let two or three options cover every possibility beside others.',
  why: 'One of "increased, decreased, unchanged" must be true, so whoever sees it need not read the rest (NBME Item-Writing Guide: logical cues).',
  ok: [
    vignette({ options: ['Decreased tone', '*Increased tone', 'Unchanged tone'] }),
    vignette({ options: ['*Decreased tone', 'Fasciculations', 'Increased tone', 'Tremor'] }),
  ],
  notOk: [
    vignette({
      options: ['Decreased tone', 'Fasciculations', '*Increased tone', 'Tremor', 'Unchanged tone'],
    }),
    vignette({ options: ['Babinski sign absent', '*Babinski sign present', 'Fasciculations', 'Tremor'] }),
  ],
  check(deck, report) {
    for (const { file, item, options } of englishItemsOf(deck)) {
      if (item.kind === 'match') continue;
      const directed = options.map(directionOf).filter(({ direction }) => direction !== null);
      if (directed.length === options.length) continue;
      for (const about of new Set(directed.map((one) => one.about))) {
        const group = directed.filter((one) => one.about === about);
        const has = (direction: string) => group.some((one) => one.direction === direction);
        const isExhaustive = (has('up') && has('down') && has('same')) || (has('yes') && has('no'));
        const last = group.at(-1);
        if (!isExhaustive || last === undefined) continue;
        report(file, {
          span: last.option.option.textSpan,
          message: `One of these must be true, whatever the case: ${group.map(({ option }) => option.text).join('; ')}.`,
          hint: 'Make all options such changes, or leave one of these out.',
        });
      }
    }
  },
};

type Direction = keyof typeof DIRECTIONS;

/** Which way an option points, and what it is about without the words that say so. */
function directionOf(
  option: OptionText,
): Readonly<{ option: OptionText; direction: Direction | null; about: string }> {
  let direction: Direction | null = null;
  const about: string[] = [];
  for (const { text: word } of wordsOf(option.text)) {
    const found = (Object.keys(DIRECTIONS) as Direction[]).find((name) => DIRECTIONS[name].test(word));
    if (found !== undefined && direction === null) direction = found;
    else if (!FILLER.test(word)) about.push(word);
  }
  return { option, direction, about: about.join(' ') };
}
