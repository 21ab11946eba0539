import { wordsOf } from './words';

/**
 * The noun an English phrase turns on, in lower case: its last word before a preposition, a clause or a mark, so
 * `Anterior horn cells of the sacral cord` gives `cells`, and `SMN1 copy number` gives `number`. Empty for a text
 * without words.
 */
export function headNoun(phrase: string): string {
  const end = LEAVES_THE_NOUN.exec(phrase)?.index ?? phrase.length;
  const words = wordsOf(phrase.slice(0, end)).filter(({ text }) => !/^\d/.test(text) && text.length > 1);
  return words.at(-1)?.text ?? '';
}

/** Whether an English noun in lower case is a plural, as far as its form tells. */
export function isPlural(noun: string): boolean {
  return /(?:[^sui]s|ae|[^aeiou]i|ganglia|nuclei|bacteria)$/.test(noun) && !SINGULAR_IN_S.test(noun);
}

const LEAVES_THE_NOUN =
  /[,;:(]|\b(?:of|at|in|on|to|from|with|without|by|for|after|before|during|between|due|caused|type|grade|level|that|which|alone|only)\b/i;

/** Diseases and fields that end in `s` and are one. */
const SINGULAR_IN_S =
  /^(?:diabetes|herpes|rabies|tabes|scabies|measles|mumps|series|species|caries|facies|genetics|physics|kinetics|biceps|triceps|pons|lens)$/;
