import { isStopWord } from '../language/content-words';
import { stemOf } from '../language/stem';
import { wordsOf } from '../language/words';
import { isEnglish } from './is-english';
import { vignette } from './items/example';
import { itemsOf } from './items/items-of';
import type { Rule } from './rule';

/** Words in common, of all words of the two. */
const NEAR = 0.8;

/** Words that make no difference between options; any other function word may (above, without, from, or). */
const FILLERS = /^(?:an?|the|of|in|at|is|are|this|that|his|her|its|their)$/;

/**
 * Two options that say the same. Catalogue: token sets with a Jaccard index of 0.8 or more; but options that each have
 * a word the other lacks are two answers ("left" and "right", two levels, two drugs), and so are the same words in
 * another order ("raised sodium, low potassium"), so only one that holds all the words of the other counts as near.
 */
export const duplicateOptions: Rule = {
  id: 'M10-duplicate-options',
  severity: 'error',
  summary: 'Let no option say what another says already.',
  why: 'Two options with one meaning cannot both be right, so the testwise strike out both; if one is the key, two are right.',
  ok: [
    vignette({ options: ['Left internal capsule', '*Right internal capsule', 'Right thalamus'] }),
    vignette({
      options: [
        '*Influenza A virus infection of the lung',
        'Influenza B virus infection of the lung',
        'Asthma',
      ],
    }),
    vignette({ options: ['Above the ganglion', '*At the ganglion', 'Below the ganglion'] }),
    vignette({ options: ['Cortex to nucleus', 'Nucleus to cortex', '*Nucleus to muscle'] }),
  ],
  notOk: [
    vignette({ options: ['*Anterior horn', 'anterior horn', 'Dorsal root'] }),
    vignette({
      options: [
        '*Anterior horn cell of the spinal cord',
        'Anterior horn cells of the cervical spinal cord',
        'Root',
      ],
    }),
  ],
  check(deck, report) {
    const matterOf = isEnglish(deck) ? englishMatter : wordsOnly;
    for (const { file, options, firstOfSet } of itemsOf(deck)) {
      if (!firstOfSet) continue;
      const worded = options.filter(({ text }) => text.trim() !== '');
      const read = worded.map((option) => ({
        option,
        matter: matterOf(option.text),
        signs: signsIn(option.text),
      }));
      for (const [index, one] of read.entries()) {
        const twin = read
          .slice(0, index)
          .find((other) => other.signs === one.signs && areNear(other.matter, one.matter));
        if (twin === undefined) continue;
        report(file, {
          span: one.option.option.textSpan,
          message: `This option says the same as “${twin.option.text}”.`,
          hint: 'Make it another answer, or leave it out: three options are enough.',
        });
      }
    }
  },
};

function areNear(a: readonly string[], b: readonly string[]): boolean {
  if (a.join(' ') === b.join(' ')) return true;
  const [few, many] = a.length < b.length ? [new Set(a), new Set(b)] : [new Set(b), new Set(a)];
  const added = [...many].filter((word) => !few.has(word));
  if (added.length === 0 || [...few].some((word) => !many.has(word))) return false;
  return (
    few.size / many.size >= NEAR &&
    !added.some((word) => isStopWord(word) || word.length < 3 || /\d/.test(word))
  );
}

function englishMatter(text: string): readonly string[] {
  return wordsOf(text)
    .filter(({ text: word, start, end }) => isLetter(text, start, end) || !FILLERS.test(word))
    .map(({ text: word }) => stemOf(word));
}

/** `Influenza A`, `grade I`: a capital alone is no article. */
function isLetter(text: string, start: number, end: number): boolean {
  return start > 0 && /^[A-Z]$/.test(text.slice(start, end));
}

function wordsOnly(text: string): readonly string[] {
  return wordsOf(text).map(({ text: word }) => word);
}

/** Signs that turn a value or a finding into another one: `< 5` and `> 5`, `↑ Na` and `↓ Na`, `0.5` and `5.0`. */
function signsIn(text: string): string {
  return text.replace(/[^<>≤≥+−±↑↓→←.,=]/g, '').replace(/[.,]$/, '');
}
