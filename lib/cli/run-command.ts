import { isDatabaseBusy } from '@/lib/ops/ctx';
import { backup, drillBackup, rebuildStates, restore } from './backup';
import { contentCheck } from './content-check';
import { contentPublish } from './content-publish';
import type { Surroundings } from './surroundings';
import { UsageError } from './usage-error';

const HELP = `hornbook: spaced repetition from Markdown

  hornbook content check [paths…] [--json]   compile decks and report every problem
  hornbook content publish [folder]          make the decks of a folder (content/) what learners see; without a
                                             folder, a built-in deck that is gone is retired
  hornbook backup                            copy the database among the backups, also while a server runs
  hornbook restore <file>                    put a backup in the place of the database, which is kept beside it
  hornbook drill [file]                      restore the newest backup into an empty folder and check all of it
  hornbook rebuild-states [--check]          fold every learner's log anew and write the states that differ
  hornbook help                              show this text

A path is a folder of decks, a deck's folder, or a Markdown file. Exit code 1: there are errors, or it was refused; 2: no such command.
`;

type Command = (words: readonly string[], surroundings: Surroundings) => Promise<number>;

const SINGLE_WORDS: Readonly<Record<string, Command>> = {
  backup,
  restore,
  drill: drillBackup,
  'rebuild-states': rebuildStates,
};

/** Runs a command line and returns its exit code: 0 done, 1 errors or a refusal, 2 not understood. */
export async function runCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const [room, verb, ...rest] = words;
  if (room === undefined || ['help', '--help', '-h'].includes(room) || words.includes('--help')) {
    surroundings.out(HELP);
    return 0;
  }
  try {
    if (room === 'content' && verb === 'check') return await contentCheck(rest, surroundings);
    if (room === 'content' && verb === 'publish') return await contentPublish(rest, surroundings);
    const single = SINGLE_WORDS[room];
    if (single !== undefined) return await single(words.slice(1), surroundings);
  } catch (error) {
    if (isDatabaseBusy(error)) {
      surroundings.err(
        'Another process is writing to the database. Nothing was changed: try again in a moment.\n',
      );
      return 1;
    }
    if (!(error instanceof UsageError)) throw error;
    surroundings.err(`${error.message}\n`);
    return 2;
  }
  surroundings.err(`There is no command “${words.slice(0, 2).join(' ')}”.\n\n${HELP}`);
  return 2;
}
