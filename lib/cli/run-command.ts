import { contentCheck } from './content-check';
import { contentPublish } from './content-publish';
import type { Surroundings } from './surroundings';
import { UsageError } from './usage-error';

const HELP = `hornbook: spaced repetition from Markdown

  hornbook content check [paths…] [--json]   compile decks and report every problem
  hornbook content publish [folder]          make the decks of a folder (content/) what learners see
  hornbook help                              show this text

A path is a folder of decks, a deck's folder, or a Markdown file. Exit code 1: there are errors; 2: no such command.
`;

/** Runs a command line and returns its exit code: 0 done, 1 errors in the content, 2 not understood. */
export async function runCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const [room, verb, ...rest] = words;
  if (room === undefined || ['help', '--help', '-h'].includes(room) || rest.includes('--help')) {
    surroundings.out(HELP);
    return 0;
  }
  try {
    if (room === 'content' && verb === 'check') return await contentCheck(rest, surroundings);
    if (room === 'content' && verb === 'publish') return await contentPublish(rest, surroundings);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    surroundings.err(`${error.message}\n`);
    return 2;
  }
  surroundings.err(`There is no command “${words.slice(0, 2).join(' ')}”.\n\n${HELP}`);
  return 2;
}
