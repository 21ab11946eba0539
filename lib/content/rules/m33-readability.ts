import { fleschKincaidGrade } from '../language/readability';
import { sentencesOf } from '../language/sentences';
import { wordCount } from '../language/words';
import { vignette } from './items/example';
import { englishItemsOf } from './items/items-of';
import type { Rule } from './rule';

const HIGHEST_GRADE = 14;
const MOST_WORDS = 30;
/** The formula was fitted to passages; on a sentence or two it only measures how long the medical words are. */
const FEWEST_WORDS_FOR_GRADE = 40;

/** Sentences of a case that can be read once. */
export const readability: Rule = {
  id: 'M33-readability',
  severity: 'warning',
  summary: 'Keep sentences of the stem under 31 words and its Flesch–Kincaid grade at 14 or less.',
  why: 'Long sentences cost those most who read in a second language, and reading speed is not what the item measures (NBME Item-Writing Guide: irrelevant difficulty).',
  ok: [vignette({ stem: 'A 58-year-old man has had weak hands for 8 months. He feels no pain.' })],
  notOk: [
    vignette({
      stem: 'A 58-year-old man, who has worked for many years in a garage and has never before been ill, comes because the right hand, which he needs for his work, has become weaker and weaker since the spring.',
    }),
  ],
  check(deck, report) {
    for (const { file, stem } of englishItemsOf(deck)) {
      const sentences = sentencesOf(stem.text);
      let isTold = false;
      for (const { start, end } of sentences) {
        const words = wordCount(stem.text.slice(start, end));
        if (words <= MOST_WORDS) continue;
        isTold = true;
        report(file, {
          span: stem.spanOf(start, end),
          message: `This sentence has ${words} words; at most ${MOST_WORDS} are read with ease.`,
          hint: 'Divide it at an “and” or a comma.',
        });
      }
      const [first, last] = [sentences[0], sentences.at(-1)];
      if (
        isTold ||
        first === undefined ||
        last === undefined ||
        wordCount(stem.text) < FEWEST_WORDS_FOR_GRADE
      )
        continue;
      const grade = fleschKincaidGrade(stem.text);
      if (grade > HIGHEST_GRADE)
        report(file, {
          span: stem.spanOf(first.start, first.end),
          message: `This stem reads like grade ${grade.toFixed(1)}; ${HIGHEST_GRADE} is hard enough.`,
          hint: 'Shorten sentences, and use plain words where no term is meant.',
        });
    }
  },
};
