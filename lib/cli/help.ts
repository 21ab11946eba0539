import { nearest } from '@/lib/base/nearest';
import type { Command } from './command';

/** The list of `commands`, one a line with what each does, aligned. */
export function helpFor(commands: readonly Command[]): string {
  const calls = commands.map(({ name, takes }) => `hornbook ${name} ${takes}`.trimEnd());
  const width = Math.max(...calls.map(({ length }) => length));
  const lines = commands.map(({ does }, index) => `  ${(calls[index] ?? '').padEnd(width)}   ${does}`);
  return `hornbook: spaced repetition from Markdown\n\n${lines.join('\n')}\n\n${NOTES}`;
}

const NOTES = `A path is a folder of decks, a deck’s folder, or a Markdown file; without one, the built-in decks are meant.
Exit code 0: done; 1: there are errors, or it was refused; 2: not understood.
`;

/** The name of the command that was probably meant by `words`; null where none is near. */
export function meantCommand(commands: readonly Command[], words: readonly string[]): string | null {
  const [first = '', second] = words;
  const names = commands.map(({ name }) => name);
  const ofRoom = names.filter((name) => name.startsWith(`${first} `));
  if (ofRoom.length > 0) return second === undefined ? null : nearest(`${first} ${second}`, ofRoom);
  const whole = nearest(words.slice(0, 2).join(' '), names);
  const alone = names.filter((name) => nearest(first, [name.split(' ').at(-1) ?? '']) !== null);
  return whole ?? alone[0] ?? null;
}
