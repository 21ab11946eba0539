import { type LocatedText, locatedText } from '../language/located-text';
import { MISSPELLINGS, SPELLING_PAIRS } from '../language/misspellings';
import { phraseFinder } from '../language/phrases';
import type { DeckFacts } from '../parse/facts';
import { vignette } from './items/example';
import { englishItemsOf, type ItemText } from './items/items-of';
import type { Report, Rule } from './rule';

const findMisspellings = phraseFinder(Object.keys(MISSPELLINGS));
const RIGHT = new Map(Object.entries(MISSPELLINGS).map(([wrong, right]) => [wrong.toLowerCase(), right]));

const findPairs = phraseFinder(SPELLING_PAIRS.flat());
const BRITISH: ReadonlyMap<string, string> = new Map(SPELLING_PAIRS);
const AMERICAN: ReadonlyMap<string, string> = new Map(
  SPELLING_PAIRS.map(([british, american]) => [american, british]),
);

/** Known misspellings anywhere in an item, and British beside American spelling in the items of one deck. */
export const spelling: Rule = {
  id: 'M25-spelling',
  severity: 'warning',
  summary:
    'Spell the names of signs and diseases as they are spelt, and keep to British or American spelling in a deck.',
  why: 'Learners write what they read, and a wrong spelling hides a disease from every search; two spellings of one word look like two things.',
  ok: [
    vignette({ stem: 'A 4-year-old girl has a Babinski sign and Guillain–Barré syndrome.' }),
    vignette({ stem: 'A 4-year-old girl has faecal incontinence.', keyPoint: 'Faecal control is sacral.' }),
  ],
  notOk: [
    vignette({ stem: 'A 4-year-old girl has a Babinsky sign.' }),
    vignette({ options: ['*Bells palsy', 'Lyme disease', 'Stroke'] }),
    vignette({ stem: 'A 4-year-old girl has faecal incontinence.', keyPoint: 'Fecal control is sacral.' }),
  ],
  check(deck, report) {
    const texts = englishItemsOf(deck).flatMap((item) =>
      textsOf(item).map((text) => ({ file: item.file, text })),
    );
    for (const { file, text } of texts)
      for (const { text: wrong, start, end } of findMisspellings(text.text))
        report(file, {
          span: text.spanOf(start, end),
          message: `“${wrong}” is spelt “${RIGHT.get(wrong.toLowerCase())}”.`,
          hint: 'Correct it here and wherever else it stands.',
        });
    checkMixture(texts, report);
  },
};

type Placed = Readonly<{ file: DeckFacts['files'][number]; text: LocatedText }>;

/** Whichever of the two spellings a deck uses more often is its own. */
function checkMixture(texts: readonly Placed[], report: Report): void {
  const found = texts.flatMap((placed) => findPairs(placed.text.text).map((word) => ({ ...placed, word })));
  const british = found.filter(({ word }) => BRITISH.has(word.text.toLowerCase())).length;
  const foreign = british * 2 >= found.length ? AMERICAN : BRITISH;
  for (const { file, text, word } of found) {
    const own = foreign.get(word.text.toLowerCase());
    if (own === undefined) continue;
    report(file, {
      span: text.spanOf(word.start, word.end),
      message: `“${word.text}” is ${foreign === AMERICAN ? 'American' : 'British'} spelling, and most of this deck is not.`,
      hint: `Write “${own}”.`,
    });
  }
}

function textsOf({ file, item, firstOfSet, stem, leadIn, options }: ItemText): readonly LocatedText[] {
  const source = file.source.text;
  const shared = firstOfSet
    ? [leadIn, ...options, ...item.options.map(({ rationale }) => locatedText(rationale, source))]
    : [];
  const closing = firstOfSet && item.keyPoint !== null ? [locatedText(item.keyPoint, source)] : [];
  return [stem, ...shared, locatedText(item.rationale, source), ...closing];
}
