import type { LocatedText } from '../language/located-text';
import { sentencesOf } from '../language/sentences';
import { wordCount } from '../language/words';
import { spanOf } from '../parse/markdown';
import type { Span } from '../parse/span';
import { plainText } from '../render/plain-text';
import { vignette } from './items/example';
import { englishItemsOf, type ItemText } from './items/items-of';
import type { Report, Rule } from './rule';

const FEWEST_IN_STEM = 40;
const MOST_IN_STEM = 180;
const MOST_IN_LEAD_IN = 30;
const MOST_IN_OPTION = 12;
const MOST_IN_OPTIONS = 60;

/**
 * Long stems, short options. Tables count towards a stem's least, as they tell the case too, and not towards its most,
 * as they are looked up and not read. The stems of a match are short by nature: only their most counts.
 */
export const length: Rule = {
  id: 'M20-length',
  severity: 'warning',
  summary:
    'Put the case into the stem (40 to 180 words); keep the lead-in under 31 words, each option under 13 and all options under 61.',
  why: 'A case needs enough in it to be solved, and long options test reading and memory for text instead (NBME Item-Writing Guide: long stem, short options).',
  ok: [
    vignette({
      stem: 'A 58-year-old man comes to the clinic because of weakness of the right hand that has grown over 8 months and makes him drop his tools. He has no pain and no numbness. On examination the hand is wasted, the arm twitches under the skin, and the knee jerks are brisk.',
    }),
  ],
  notOk: [
    vignette({ stem: 'A 58-year-old man has weak hands.' }),
    vignette({
      options: [
        '*Anterior horn',
        'Dorsal root',
        'The part of the nerve that runs between the root and the muscle of the hand',
      ],
    }),
  ],
  check(deck, report) {
    for (const item of englishItemsOf(deck)) {
      checkStem(item, report);
      if (item.firstOfSet) checkOptions(item, report);
    }
  },
};

function checkStem({ file, item, stem, stemNodes, leadIn, firstOfSet }: ItemText, report: Report): void {
  const span = openingOf(stem, stemNodes);
  const prose = wordCount(stem.text);
  if (span !== null && prose > MOST_IN_STEM)
    report(file, {
      span,
      message: `This stem has ${prose} words; ${MOST_IN_STEM} are enough.`,
      hint: 'Leave out what no option turns on, and put results into a table.',
    });
  const all = item.kind === 'vignette' ? wordCount(plainText(stemNodes)) : FEWEST_IN_STEM;
  if (span !== null && all < FEWEST_IN_STEM)
    report(file, {
      span,
      message: `This stem has ${all} words; a case that can be solved needs about ${FEWEST_IN_STEM}.`,
      hint: 'Say how it began, what was found, and what was looked for and not found.',
    });
  const asked = wordCount(leadIn.text);
  if (firstOfSet && item.leadIn !== null && asked > MOST_IN_LEAD_IN)
    report(file, {
      span: item.leadIn.span,
      message: `This lead-in has ${asked} words; at most ${MOST_IN_LEAD_IN} can be kept in mind.`,
      hint: 'Move the facts into the stem and leave the question.',
    });
}

/** The first sentence, or what stands there instead of words; null for a stem that is missing. */
function openingOf(stem: LocatedText, nodes: ItemText['stemNodes']): Span | null {
  const [sentence] = sentencesOf(stem.text);
  if (sentence !== undefined) return stem.spanOf(sentence.start, sentence.end);
  return nodes[0] === undefined ? null : spanOf(nodes[0]);
}

function checkOptions({ file, item, options }: ItemText, report: Report): void {
  let sum = 0;
  for (const { option, text } of options) {
    const words = wordCount(text);
    sum += words;
    if (words > MOST_IN_OPTION)
      report(file, {
        span: option.textSpan,
        message: `This option has ${words} words; at most ${MOST_IN_OPTION} can be compared at a glance.`,
        hint: 'Name the thing, and explain it in the rationale.',
      });
  }
  const first = options[0];
  if (item.kind === 'match' || sum <= MOST_IN_OPTIONS || first === undefined) return;
  report(file, {
    span: first.option.textSpan,
    message: `The options have ${sum} words together; at most ${MOST_IN_OPTIONS}.`,
    hint: 'Move what they have in common into the lead-in.',
  });
}
