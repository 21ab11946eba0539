import { sentencesOf } from './sentences';
import { runningWords } from './words';

/**
 * The Flesch–Kincaid grade of a text: the years of schooling in the United States after which it reads easily,
 * `0.39 × words ÷ sentences + 11.8 × syllables ÷ words − 15.59` (Kincaid et al. 1975, Navy Research Branch Report 8-75).
 * 0 for a text without words.
 */
export function fleschKincaidGrade(text: string): number {
  const words = runningWords(text);
  if (words.length === 0) return 0;
  const sentences = Math.max(1, sentencesOf(text).length);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

/**
 * How many syllables an English word has, counted as groups of vowels without silent endings: wrong for about one word
 * in ten, which a whole text evens out. At least 1; a number is 1, as it is taken in at a glance.
 */
export function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-zß-ɏ]/g, '');
  if (letters.length <= 3) return 1;
  const spoken = letters.replace(SILENT_ENDING, '');
  const groups = spoken.match(/[aeiouy]+/g)?.length ?? 0;
  const hiatuses = spoken.match(HIATUS)?.length ?? 0;
  return Math.max(1, groups + hiatuses);
}

/** The `e` of scale but not of muscle, of nerves but not of reflexes, of weakened but not of limited. */
const SILENT_ENDING =
  /(?<=[^aeiouytd])ed$|(?<=[^aeiouysxzcgh])(?<![^aeiouy]l)es$|(?<=[^aeiouy])(?<![^aeiouy]l)e$/;

/** Neighbours that sound apart: `i-o` in biopsy, `e-o` in deoxygenated, `u-a` in dual; but not in nation, special, equal. */
const HIATUS = /(?<![tscg])i[ao]|e(?=o)|(?<![gq])ua/g;
