import { isStopWord } from '../language/content-words';
import { quantityOf } from '../language/numbers';
import { stemOf } from '../language/stem';
import { wordsOf } from '../language/words';
import { vignette } from './items/example';
import { englishItemsOf } from './items/items-of';
import type { Rule } from './rule';

/** Options that must share words before they can point anywhere. */
const FEWEST_SHARING = 3;
/** How far ahead of the next option the key must be: a single shared word more is chance. */
const LEAD = 2;

/**
 * The key as the option that has most in common with the others, as it comes about when distractors are made from it.
 * Short words count too, since options such as "right facial canal" converge on "right" as much as on "canal".
 */
export const convergence: Rule = {
  id: 'M16-convergence',
  severity: 'warning',
  summary: 'Do not let the right option be the one that shares most words with all others.',
  why: 'Distractors are made by changing parts of the key, so the testwise choose what the options have in common (NBME Item-Writing Guide: convergence).',
  ok: [vignette({ options: ['Left cortex', 'Left nucleus', '*Right cortex', 'Right nucleus'] })],
  notOk: [
    vignette({
      options: [
        'Dorsal columns',
        '*Dorsal columns and corticospinal tract',
        'Lateral corticospinal tract',
        'Dorsal root',
      ],
    }),
  ],
  check(deck, report) {
    for (const { file, item, options, key } of englishItemsOf(deck)) {
      if (item.kind === 'match' || key === null || options.every(({ text }) => quantityOf(text) !== null))
        continue;
      const words = new Map(options.map((option) => [option, wordsIn(option.text)]));
      const holders = new Map<string, number>();
      for (const set of words.values())
        for (const word of set) holders.set(word, (holders.get(word) ?? 0) + 1);
      const shared = (set: ReadonlySet<string>) => [...set].filter((word) => (holders.get(word) ?? 0) > 1);
      const sumOf = (set: ReadonlySet<string> = EMPTY) =>
        shared(set).reduce((sum, word) => sum + (holders.get(word) ?? 0) - 1, 0);
      const inKey = new Set(shared(words.get(key) ?? EMPTY));
      const sharing = [...words.values()].filter((set) => [...set].some((word) => inKey.has(word)));
      const next = Math.max(
        ...options.filter((option) => option !== key).map((option) => sumOf(words.get(option))),
      );
      if (sharing.length < FEWEST_SHARING || sumOf(words.get(key)) < next + LEAD) continue;
      report(file, {
        span: key.option.textSpan,
        message: `The right option shares more words with the others than any of them: ${[...inKey].join(', ')}.`,
        hint: 'Pair the words: let two options have each of them, the wrong as well as the right.',
      });
    }
  },
};

const EMPTY: ReadonlySet<string> = new Set();

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(
    wordsOf(text)
      .filter(({ text: word }) => !isStopWord(word))
      .map(({ text: word }) => stemOf(word)),
  );
}
