import { nearest } from '@/lib/base/nearest';
import { UsageError } from './usage-error';

/** What was typed behind the name of a command: its flags, and everything else in order. */
export type Words = Readonly<{ flags: ReadonlySet<string>; paths: readonly string[] }>;

/** Divides `words` into flags, `--like-this`, and paths. Throws `UsageError` for a flag that `command` does not know. */
export function readWords(command: string, words: readonly string[], known: readonly string[]): Words {
  const flags = words.filter((word) => word.startsWith('-'));
  const unknown = flags.find((flag) => !known.includes(flag));
  if (unknown !== undefined) {
    const meant = nearest(unknown, known);
    const knows = known.length === 0 ? 'It knows no flags.' : `It knows ${known.join(' and ')}.`;
    throw new UsageError(
      `${command} does not know ${unknown}. ${meant === null ? knows : `Did you mean ${meant}?`}`,
    );
  }
  return { flags: new Set(flags), paths: words.filter((word) => !word.startsWith('-')) };
}
