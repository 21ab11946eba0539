import { hash } from 'node:crypto';
import type { KnownWord } from './language/known-word';
import { Vocabulary } from './language/vocabulary';

/** So many words in a row, taken from elsewhere, are copied and not met by chance. */
export const RUN_LENGTH = 8;

/**
 * Runs of eight words that belong to others, kept so that they can be recognised and not read: hashes, never words.
 * `quick` is a number that is cheap to keep up while reading; only where it is known is `exact` asked, a truncated SHA-256.
 */
export type ForeignRuns = Readonly<{ quick: ReadonlySet<number>; exact: ReadonlySet<string> }>;

/** Reads a file of runs: two hashes a line, as `foreignRunsOf` writes them. Other lines are comments. */
export function readForeignRuns(text: string): ForeignRuns {
  const quick = new Set<number>();
  const exact = new Set<string>();
  for (const [, first = '', second = ''] of text.matchAll(/^([0-9a-f]{8}) ([0-9a-f]{16})$/gm)) {
    quick.add(Number.parseInt(first, 16));
    exact.add(second);
  }
  return { quick, exact };
}

/** The runs of a text, each as a line of a file of runs, sorted, so that the order of the words is lost. */
export function foreignRunsOf(text: string): readonly string[] {
  const words = new Vocabulary().wordsIn(text);
  const lines = new Set<string>();
  eachRun(words, (start, quick) => {
    lines.add(`${quick.toString(16).padStart(8, '0')} ${exactHash(words, start)}`);
    return false;
  });
  return [...lines].sort();
}

/** The first run among `words` that belongs to others, as a text; null where there is none. */
export function findForeignRun(words: readonly KnownWord[], foreign: ForeignRuns): string | null {
  let found: string | null = null;
  eachRun(words, (start, quick) => {
    if (!foreign.quick.has(quick) || !foreign.exact.has(exactHash(words, start))) return false;
    found = runAt(words, start);
    return true;
  });
  return found;
}

const FACTOR = 0x01000193;
/** The factor to the power of the words that stand behind the one that leaves. */
const LEAVING = Array.from({ length: RUN_LENGTH }).reduce<number>((power) => Math.imul(power, FACTOR), 1);

/** Every run with its place and a hash that rolls along with the words (Karp and Rabin 1987); stops where told. */
function eachRun(words: readonly KnownWord[], visit: (start: number, quick: number) => boolean): void {
  let rolling = 0;
  for (let at = 0; at < words.length; at += 1) {
    rolling = (Math.imul(rolling, FACTOR) + (words[at] as KnownWord).hash) | 0;
    const left = at - RUN_LENGTH;
    if (left >= 0) rolling = (rolling - Math.imul((words[left] as KnownWord).hash, LEAVING)) | 0;
    // Of 32 bits 30 are kept: numbers of that size are held in a set without a box.
    if (left >= -1 && visit(left + 1, rolling & 0x3fffffff)) return;
  }
}

function exactHash(words: readonly KnownWord[], start: number): string {
  return hash('sha256', runAt(words, start), 'hex').slice(0, 16);
}

function runAt(words: readonly KnownWord[], start: number): string {
  return words
    .slice(start, start + RUN_LENGTH)
    .map((word) => word.text)
    .join(' ');
}
