import type { Surroundings } from './surroundings';

/** One thing the command line can be told to do. */
export type Command = Readonly<{
  /** The words it is called by: `content check`. */
  name: string;
  /** What may follow them, as the help shows it. */
  takes: string;
  /** What it does, in a few words. */
  does: string;
  /** Does it and returns the exit code: 0 done, 1 errors or a refusal. Throws `UsageError` when it was not understood. */
  run: (words: readonly string[], surroundings: Surroundings) => Promise<number>;
}>;
