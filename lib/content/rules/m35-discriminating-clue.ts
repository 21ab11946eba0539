import { spellingsIn, valueNamed } from '../blocks/attribute-values';
import { contentWords } from '../language/content-words';
import { stemOf } from '../language/stem';
import { wordsOf } from '../language/words';
import { plainText } from '../render/plain-text';
import { vignette } from './items/example';
import { englishItemsOf, type OptionText } from './items/items-of';
import type { Rule } from './rule';

/**
 * `clues="areflexia; normal sensation"` at an option lists what in the stem speaks for it. Where an author lists none, the
 * rule is silent: whether a case can be solved is then for a reviewer, and a demand for lists on every option would be met
 * with lists that mean nothing. Once an item has clues, its key must have one that stands in the stem and at no distractor.
 */
export const discriminatingClue: Rule = {
  id: 'M35-discriminating-clue',
  severity: 'warning',
  summary:
    'Where options list clues, give the key one that stands in the stem and that no distractor shares.',
  why: 'Without a finding that speaks for the key alone, "most likely" is the author’s opinion, and the item has two answers.',
  ok: [
    vignette({
      stem: 'A 4-year-old girl has a limp leg without reflexes and with normal sensation.',
      options: [
        '*Anterior horn {clues="normal sensation; limp"}',
        'Dorsal root {clues="reflexes"}',
        'Nerve {clues="limp"}',
      ],
    }),
    vignette({ options: ['*Anterior horn', 'Dorsal root', 'Nerve'] }),
  ],
  notOk: [
    vignette({
      stem: 'A 4-year-old girl has a limp leg.',
      options: ['*Anterior horn {clues="limp"}', 'Dorsal root', 'Nerve {clues="limp"}'],
    }),
    vignette({
      stem: 'A 4-year-old girl has a limp leg.',
      options: ['*Anterior horn {clues="fever"}', 'Dorsal root', 'Nerve'],
    }),
    vignette({
      stem: 'A 4-year-old girl has a limp leg.',
      options: ['*Anterior horn', 'Nerve {clues="limp"}', 'Root'],
    }),
  ],
  check(deck, report) {
    for (const { file, item, key, distractors, options } of englishItemsOf(deck)) {
      if (key === null || options.every((option) => cluesOf(option).length === 0)) continue;
      const told = new Set(wordsOf(plainText(item.stem)).map(({ text }) => stemOf(text)));
      const elsewhere = new Set(distractors.flatMap((option) => cluesOf(option).map(rootsOf)));
      const inStem = cluesOf(key).filter((clue) =>
        rootsOf(clue)
          .split(' ')
          .every((root) => told.has(root)),
      );
      if (inStem.some((clue) => !elsewhere.has(rootsOf(clue)))) continue;
      const clues = key.option.attributes.find(({ name }) => name === 'clues');
      report(file, {
        span: item.kind === 'match' ? item.span : (clues?.span ?? key.option.textSpan),
        message:
          inStem.length === 0
            ? 'No clue of the right option stands in the stem.'
            : 'Every clue of the right option speaks for a distractor as well.',
        hint: 'Add a finding to the stem that speaks for the key alone, and list it: `{clues="normal sensation"}`.',
      });
    }
  },
};

function cluesOf({ option }: OptionText): readonly string[] {
  return spellingsIn(valueNamed(option.attributes, 'clues') ?? '');
}

/** The words of a clue that matter, by their stems; all of its words where none is a content word. */
function rootsOf(clue: string): string {
  const content = [...contentWords(clue).keys()];
  return (content.length > 0 ? content : wordsOf(clue).map(({ text }) => stemOf(text))).join(' ');
}
