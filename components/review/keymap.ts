import type { Grade } from '@/lib/scheduling/model';

/** What a key asks for in a review. */
export type ReviewCommand =
  | Readonly<{ kind: 'reveal' }>
  | Readonly<{ kind: 'grade'; grade: Grade }>
  | Readonly<{ kind: 'undo' | 'bury' | 'suspend' | 'notes' | 'keys' }>;

/** What of a keyboard event decides; `target` in terms of what the element under the focus does with keys itself. */
export type KeyPress = Readonly<{
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
  /** `text` takes every key, `control` (button, link, summary) takes Space and Enter, `page` none. */
  target: 'text' | 'control' | 'page';
}>;

/** The keys as the help shows them. Space and Enter answer Good on the back, as in Anki. */
export const KEYS: readonly Readonly<{ keys: readonly string[]; does: string }>[] = [
  { keys: ['Space', 'Enter'], does: 'Show the answer, then Good' },
  { keys: ['1'], does: 'Again' },
  { keys: ['2'], does: 'Hard' },
  { keys: ['3'], does: 'Good' },
  { keys: ['4'], does: 'Easy' },
  { keys: ['Z'], does: 'Undo, as many steps as you like' },
  { keys: ['B'], does: 'Bury: not again today' },
  { keys: ['S'], does: 'Suspend: not asked again' },
  { keys: ['E'], does: 'Open the notes at this card' },
  { keys: ['?'], does: 'Show these keys' },
];

const LETTERS: Readonly<Record<string, ReviewCommand>> = {
  z: { kind: 'undo' },
  b: { kind: 'bury' },
  s: { kind: 'suspend' },
  e: { kind: 'notes' },
  '?': { kind: 'keys' },
};

/**
 * The command of a key press while the card shows its front or back (or neither: waiting, done); null when the key
 * means nothing here. Held-down keys never answer a second card, and modifiers belong to the browser, save for the
 * Ctrl/Cmd+Z that everybody's fingers know.
 */
export function commandOf(press: KeyPress, side: 'front' | 'back' | 'none'): ReviewCommand | null {
  if (press.repeat || press.target === 'text' || press.altKey) return null;
  const key = press.key.toLowerCase();
  if (press.ctrlKey || press.metaKey) return key === 'z' ? { kind: 'undo' } : null;
  if (key === ' ' || key === 'enter') return press.target === 'control' ? null : onward(side);
  if (side === 'back' && (key === '1' || key === '2' || key === '3' || key === '4')) {
    return { kind: 'grade', grade: Number(key) as Grade };
  }
  const letter = Object.hasOwn(LETTERS, key) ? (LETTERS[key] ?? null) : null;
  const needsCard = letter?.kind === 'bury' || letter?.kind === 'suspend' || letter?.kind === 'notes';
  return needsCard && side === 'none' ? null : letter;
}

function onward(side: 'front' | 'back' | 'none'): ReviewCommand | null {
  if (side === 'none') return null;
  return side === 'front' ? { kind: 'reveal' } : { kind: 'grade', grade: 3 };
}
