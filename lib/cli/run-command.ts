import { isDatabaseBusy } from '@/lib/ops/ctx';
import type { Command } from './command';
import { COMMANDS } from './commands';
import { helpFor, meantCommand } from './help';
import type { Surroundings } from './surroundings';
import { UsageError } from './usage-error';

/** Runs a command line and returns its exit code: 0 done, 1 errors or a refusal, 2 not understood. */
export async function runCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const help = helpAskedFor(words);
  if (help !== null) {
    surroundings.out(help);
    return 0;
  }
  const command = COMMANDS.find(({ name }) => isCalled(name, words));
  if (command === undefined) {
    surroundings.err(`${notFound(words)}\n`);
    return 2;
  }
  try {
    return await command.run(words.slice(command.name.split(' ').length), surroundings);
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
}

const HELP_WORDS: readonly (string | undefined)[] = ['help', '--help', '-h'];

/** `help`, or nothing at all, tells of everything; `content help`, or `content` alone, of what `content` can do. */
function helpAskedFor(words: readonly string[]): string | null {
  const [first, second] = words;
  const ofRoom = COMMANDS.filter(({ name }) => name.startsWith(`${first} `));
  const isAsked = words.includes('--help') || HELP_WORDS.includes(first) || HELP_WORDS.includes(second);
  if (ofRoom.length > 0) return isAsked || second === undefined ? helpFor(ofRoom) : null;
  return isAsked || first === undefined ? helpFor(COMMANDS) : null;
}

function isCalled(name: string, words: readonly string[]): boolean {
  return name.split(' ').every((part, index) => part === words[index]);
}

function notFound(words: readonly string[]): string {
  const ofRoom: readonly Command[] = COMMANDS.filter(({ name }) => name.startsWith(`${words[0]} `));
  const typed = words.slice(0, ofRoom.length > 0 ? 2 : 1).join(' ');
  const meant = meantCommand(COMMANDS, words);
  const hint = meant === null ? '' : ` Did you mean “${meant}”?`;
  return `There is no command “${typed}”.${hint}\n\n${helpFor(ofRoom.length > 0 ? ofRoom : COMMANDS)}`.trimEnd();
}
