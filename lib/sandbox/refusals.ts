import { MAX_DECK_LENGTH, MAX_FILES } from '@/lib/content/limits';
import type { CompileResult, SourceFile } from '@/lib/content/model';

/** Why a text got no result from the compiler. */
export type Refusal = 'too-large' | 'too-slow' | 'too-much-memory' | 'too-busy' | 'crashed' | 'closed';

const SENTENCES: Readonly<Record<Refusal, Readonly<{ message: string; hint: string }>>> = {
  'too-large': {
    message: `A deck may have ${MAX_FILES} files and ${MAX_DECK_LENGTH} characters; this one is larger and was not read.`,
    hint: 'Divide the deck into several.',
  },
  'too-slow': {
    message: 'Reading this text took too long and was stopped.',
    hint: 'Take out what nests deeply or repeats without end, or divide the text.',
  },
  'too-much-memory': {
    message: 'Reading this text took too much memory and was stopped.',
    hint: 'Take out what nests deeply or repeats without end, or divide the text.',
  },
  'too-busy': {
    message: 'Too many texts wait to be read.',
    hint: 'Try again in a moment: nothing is wrong with this one.',
  },
  crashed: {
    message: 'Reading this text failed. This is our mistake, and it was noted.',
    hint: 'What was changed last has caused it: write that in another way.',
  },
  closed: {
    message: 'The server is being stopped.',
    hint: 'Try again when it is back: nothing is wrong with this text.',
  },
};

/** A refusal as the compiler tells everything: one error, at the beginning of the first file. */
export function refused(files: readonly SourceFile[], why: Refusal): CompileResult {
  const start = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const file = files[0]?.path ?? 'deck.md';
  const diagnostic = { file, ...start, severity: 'error', ruleId: 'S15-limits', ...SENTENCES[why] } as const;
  return { deck: null, diagnostics: [diagnostic], silenced: [] };
}

/** Whether there is so much text that copying it to a thread would itself be a burden. */
export function isTooLarge(files: readonly SourceFile[]): boolean {
  return files.length > MAX_FILES || files.reduce((sum, { text }) => sum + text.length, 0) > MAX_DECK_LENGTH;
}
