import { vignette } from './items/example';
import { itemsOf } from './items/items-of';
import { placeForDeck } from './items/place-for-deck';
import type { Rule } from './rule';

/** χ² that is exceeded by chance once in a hundred, by degrees of freedom (any table of the distribution). */
const CRITICAL = [0, 6.635, 9.21, 11.345, 13.277];
/** With fewer a single author's habit cannot be told from chance. */
const FEWEST_ITEMS = 10;
const MOST_OPTIONS = CRITICAL.length;

const deckOf = (keys: readonly number[]) =>
  keys
    .map((key, index) =>
      vignette({
        head: `#v${index} obj=L1 src=adams`,
        options: ['Axon', 'Cortex', 'Horn', 'Muscle', 'Nerve'].map((text, at) =>
          at === key ? `*${text}` : text,
        ),
      }),
    )
    .join('\n\n');

/**
 * Whether keys stand about equally often in every place of the vignettes of a deck. Places count and not written letters:
 * the letter a learner sees follows the place.
 */
export const keyPositions: Rule = {
  id: 'M28-key-positions',
  severity: 'warning',
  summary: 'Let the right option stand about equally often in every place.',
  why: 'Learners notice that it is mostly C, and guess with better chances than they should (NBME Item-Writing Guide: balance of the key).',
  ok: [deckOf([0, 1, 2, 3, 4, 0, 1, 2, 3, 4])],
  notOk: [deckOf([2, 2, 2, 2, 2, 2, 2, 2, 1, 2])],
  check(deck, report) {
    const items = itemsOf(deck).filter(
      ({ item, key, options }) => item.kind === 'vignette' && key !== null && options.length <= MOST_OPTIONS,
    );
    if (items.length < FEWEST_ITEMS) return;
    const observed = new Array<number>(MOST_OPTIONS).fill(0);
    const expected = new Array<number>(MOST_OPTIONS).fill(0);
    for (const { options } of items)
      for (const [place, { isKey }] of options.entries()) {
        observed[place] = (observed[place] ?? 0) + (isKey ? 1 : 0);
        expected[place] = (expected[place] ?? 0) + 1 / options.length;
      }
    const places = expected.filter((count) => count > 0).length;
    const chiSquare = expected.reduce(
      (sum, count, place) => (count === 0 ? sum : sum + ((observed[place] ?? 0) - count) ** 2 / count),
      0,
    );
    const where = placeForDeck(deck, items);
    if (chiSquare <= (CRITICAL[places - 1] ?? Number.POSITIVE_INFINITY) || where === null) return;
    const counts = observed
      .slice(0, places)
      .map((count, place) => `${String.fromCharCode(0x41 + place)} ${count}`);
    report(where.file, {
      span: where.span,
      message: `The right options of the ${items.length} vignettes do not spread over the places: ${counts.join(', ')}.`,
      hint: 'Reword distractors so that the alphabet puts the key elsewhere.',
    });
  },
};
