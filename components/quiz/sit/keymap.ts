import type { Confidence } from '@/lib/quiz/model';

/** What a key asks for while a block is sat. */
export type SittingCommand =
  | Readonly<{ kind: 'choose' | 'strike'; sign: string }>
  | Readonly<{ kind: 'confidence'; confidence: Confidence }>
  | Readonly<{
      kind:
        | 'onward'
        | 'next'
        | 'previous'
        | 'flag'
        | 'highlight'
        | 'note'
        | 'ranges'
        | 'calculator'
        | 'keys'
        | 'close';
    }>;

/** What of a keyboard event decides; `target` in terms of what the element under the focus does with keys itself. */
export type KeyPress = Readonly<{
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
  /**
   * `text` takes every key, `control` (button, link, summary) Space and Enter, `radio` Space and the arrows, `page`
   * none.
   */
  target: 'text' | 'control' | 'radio' | 'page';
}>;

/** The keys as the help shows them. */
export const KEYS: readonly Readonly<{ keys: readonly string[]; does: string }>[] = [
  { keys: ['A–E', '1–9'], does: 'Choose an option' },
  { keys: ['Shift', 'letter'], does: 'Rule an option out, or take it back in' },
  { keys: ['G', 'T', 'S'], does: 'Guess, think so, sure' },
  { keys: ['Enter'], does: 'Answer (tutor), then go on' },
  { keys: ['N', '→'], does: 'Next question' },
  { keys: ['P', '←'], does: 'Previous question' },
  { keys: ['F'], does: 'Flag' },
  { keys: ['H'], does: 'Highlight what is selected, or choose sentences' },
  { keys: ['O'], does: 'Write a note' },
  { keys: ['R'], does: 'Reference ranges' },
  { keys: ['K'], does: 'Calculator' },
  { keys: ['Esc'], does: 'Close what is open' },
  { keys: ['?'], does: 'Show these keys' },
];

const LETTERS: Readonly<Record<string, SittingCommand>> = {
  g: { kind: 'confidence', confidence: 'guess' },
  t: { kind: 'confidence', confidence: 'think' },
  s: { kind: 'confidence', confidence: 'sure' },
  n: { kind: 'next' },
  p: { kind: 'previous' },
  f: { kind: 'flag' },
  h: { kind: 'highlight' },
  o: { kind: 'note' },
  r: { kind: 'ranges' },
  k: { kind: 'calculator' },
};

/**
 * The command of a key press; null when the key means nothing here. A to E are options; further letters are commands,
 * so that F flags in a list of ten too, where numbers and arrows reach all. Held-down keys do nothing twice, and
 * modifiers belong to the browser.
 */
export function commandOf(press: KeyPress): SittingCommand | null {
  const { key, target } = press;
  if (press.repeat || press.ctrlKey || press.metaKey || press.altKey) return null;
  if (key === 'Escape') return { kind: 'close' };
  if (target === 'text') return null;
  if (key === '?') return { kind: 'keys' };
  if (key === 'Enter') return target === 'control' ? null : { kind: 'onward' };
  if (key === 'ArrowRight' || key === 'ArrowLeft') {
    if (target === 'radio' || press.shiftKey) return null;
    return { kind: key === 'ArrowRight' ? 'next' : 'previous' };
  }
  if (press.shiftKey) return /^[A-Z]$/.test(key) ? { kind: 'strike', sign: key } : null;
  if (/^[1-9]$/.test(key)) return { kind: 'choose', sign: key };
  const letter = key.toLowerCase();
  if (/^[a-e]$/.test(letter)) return { kind: 'choose', sign: letter.toUpperCase() };
  return Object.hasOwn(LETTERS, letter) ? (LETTERS[letter] ?? null) : null;
}
