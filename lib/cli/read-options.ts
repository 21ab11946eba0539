import { nearest } from '@/lib/base/nearest';
import { UsageError } from './usage-error';

/** What was typed behind the name of a command whose flags take values. */
export type Options = Readonly<{
  /** By flag, `--like-this`; empty text for a flag that takes none. */
  values: ReadonlyMap<string, string>;
  /** Everything else, in order. */
  rest: readonly string[];
}>;

/**
 * Divides `words` into flags with their values, `--flag value` or `--flag=value`, and the rest. `known` says of each flag
 * whether it takes a value. Throws `UsageError` for one that is not known, comes twice, or lacks its value.
 */
export function readOptions(
  command: string,
  words: readonly string[],
  known: Readonly<Record<string, 'value' | 'alone'>>,
): Options {
  const values = new Map<string, string>();
  const rest: string[] = [];
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (!word.startsWith('--')) {
      rest.push(word);
      continue;
    }
    const [, flag = word, given] = /^(--[^=]*)=(.*)$/s.exec(word) ?? [];
    const takes = Object.hasOwn(known, flag) ? known[flag] : undefined;
    if (takes === undefined) throw new UsageError(unknown(command, flag, Object.keys(known)));
    if (values.has(flag)) throw new UsageError(`${command} takes ${flag} once.`);
    if (takes === 'alone' && given !== undefined)
      throw new UsageError(`${flag} of ${command} takes no value.`);
    // What begins like a flag is one: the value was forgotten.
    const value = takes === 'alone' ? '' : (given ?? (left[0]?.startsWith('--') ? undefined : left.shift()));
    if (value === undefined) throw new UsageError(`${flag} of ${command} needs a value.`);
    values.set(flag, value);
  }
  return { values, rest };
}

function unknown(command: string, flag: string, known: readonly string[]): string {
  const meant = nearest(flag, known);
  const hint = meant === null ? `It knows ${known.join(', ')}.` : `Did you mean ${meant}?`;
  return `${command} does not know ${flag}. ${hint}`;
}
