import { quantityOf } from '../language/numbers';
import type { DeckFacts } from '../parse/facts';
import { vignette } from './items/example';
import { englishItemsOf, type ItemText } from './items/items-of';
import { placeForDeck } from './items/place-for-deck';
import type { Report, Rule } from './rule';

const TIMES_LONGER = 1.25;
const MORE_WORDS = 2;
/** A key a few letters longer catches nobody's eye: `100%` beside `67%`. */
const LEAST_DIFFERENCE = 5;

/** Above what chance gives, the share of items whose key is the longest may be this much. */
const SPARE_SHARE = 0.1;
const FEWEST_ITEMS = 10;
/** One-sided 5 % point of the normal distribution. */
const Z_LIMIT = 1.645;

/**
 * The longest option as a cue, in one item and over the items of a deck. Over a deck the catalogue's limit (1/n + 0.10)
 * is passed by every fifth sound deck of a dozen items through chance alone, so the share must also be beyond it.
 */
export const longestKey: Rule = {
  id: 'M07-longest-key',
  severity: 'warning',
  summary: 'Keep the right option as short as the others, and let others be the longest in most items.',
  why: 'Authors take more care over the right answer, and testwise learners choose the longest option without reading the case (NBME Item-Writing Guide: long correct answer).',
  ok: [vignette({ options: ['Anterior horn', 'Dorsal root ganglion', '*Neuromuscular junction'] })],
  notOk: [
    vignette({
      options: ['*Anterior horn cells at the level of the fifth cervical segment', 'Dorsal root', 'Muscle'],
    }),
  ],
  check(deck, report) {
    for (const { file, item, key, distractors } of englishItemsOf(deck)) {
      if (item.kind === 'match' || key === null || distractors.length === 0 || quantityOf(key.text) !== null)
        continue;
      const longest = Math.max(...distractors.map(({ text }) => text.length));
      const words = Math.max(...distractors.map(({ contentWords }) => contentWords.size));
      if (key.text.length - longest < LEAST_DIFFERENCE) continue;
      if (key.text.length <= TIMES_LONGER * longest && key.contentWords.size < words + MORE_WORDS) continue;
      report(file, {
        span: key.option.textSpan,
        message: `The right option is the longest: ${key.text.length} characters, and the next has ${longest}.`,
        hint: 'Move what it explains into its rationale, or make a distractor as full.',
      });
    }
    checkShare(deck, report);
  },
};

function checkShare(deck: DeckFacts, report: Report): void {
  const items = englishItemsOf(deck).filter(({ item, key }) => item.kind === 'vignette' && key !== null);
  if (items.length < FEWEST_ITEMS) return;
  const count = items.filter(isKeyLongest).length;
  const expected = items.reduce((sum, { options }) => sum + 1 / options.length, 0);
  const variance = items.reduce((sum, { options }) => sum + (1 - 1 / options.length) / options.length, 0);
  const isChance = count - 0.5 - expected <= Z_LIMIT * Math.sqrt(variance);
  if (isChance || count <= expected + SPARE_SHARE * items.length) return;
  const place = placeForDeck(deck, items);
  if (place === null) return;
  report(place.file, {
    span: place.span,
    message: `In ${count} of ${items.length} vignettes the right option is the longest; chance would make it ${Math.round(expected)}.`,
    hint: 'Shorten keys, or give distractors as much detail.',
  });
}

function isKeyLongest({ key, distractors }: ItemText): boolean {
  return key !== null && distractors.every(({ text }) => text.length < key.text.length);
}
