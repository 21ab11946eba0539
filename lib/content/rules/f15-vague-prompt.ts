import { INTERROGATIVES } from './interrogatives';
import { isEnglish } from './is-english';
import type { Rule } from './rule';

/** A prompt says what it wants. `Explain why …` and `Describe two …` do; `Describe …` alone does not. */
export const vaguePrompt: Rule = {
  id: 'F15-vague-prompt',
  severity: 'warning',
  summary: 'Ask for one thing that can be right or wrong, not for a talk.',
  why: 'Nobody can grade an answer whose extent was left open. Matuschak, How to write good prompts (2020), precise.',
  ok: [
    ':::qa{#a obj=L1 src=adams}\nExplain why tone falls after a lower motor neuron lesion.\n\n---\n\nThe reflex arc is cut\n:::',
  ],
  notOk: [
    ':::qa{#a obj=L1 src=adams}\nDescribe the lower motor neuron lesion.\n\n---\n\nLow tone, lost reflexes\n:::',
    ':::qa{#a obj=L1 src=adams}\nWhat do you know about poliovirus?\n\n---\n\nIt is a picornavirus\n:::',
  ],
  check(deck, report) {
    if (!isEnglish(deck)) return;
    for (const { file, variant, asked } of deck.cardTexts) {
      if ((variant !== 'fwd' && variant !== 'rev') || !VAGUE.test(asked.text)) continue;
      const bound = asked.words
        .slice(1)
        .some((word) => word.numeric || BOUNDS.has(word.text) || INTERROGATIVES.has(word.text));
      if (bound && !/^what/i.test(asked.text)) continue;
      report(file, {
        span: asked.span,
        message: 'This prompt leaves open what counts as an answer.',
        hint: 'Ask for one thing: which, when, where, why, how many.',
      });
    }
  },
};

const VAGUE = /^(?:what (?:about|do you know)|describe|discuss|explain)\b/i;

/** Numbers in words that say how much is asked for. */
const BOUNDS: ReadonlySet<string> = new Set(['one', 'two', 'three', 'first', 'main']);
