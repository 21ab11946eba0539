import { backup, drillBackup, rebuildStates, restore } from './backup';
import type { Command } from './command';
import { contentCheck } from './content-check';
import { contentFormat } from './content-format';
import { contentNew } from './content-new';
import { contentPublish } from './content-publish';
import { contentRules } from './content-rules';
import { contentRuns } from './content-runs';
import { contentStats } from './content-stats';
import { contentWatch } from './content-watch';
import { quizExtraTime } from './quiz-extra-time';
import { quizRegrade } from './quiz-regrade';
import { quizRunning } from './quiz-running';
import { quizStatistics } from './quiz-statistics';

/** Everything the command line can do, in the order in which the help tells it. A new command is a line here. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'content new',
    takes: '<deck>',
    does: 'begin a deck with an example of every block',
    run: contentNew,
  },
  {
    name: 'content check',
    takes: '[paths…] [--json]',
    does: 'compile decks and report every problem',
    run: contentCheck,
  },
  {
    name: 'content watch',
    takes: '[paths…]',
    does: 'check again whatever is saved, until Ctrl-C',
    run: contentWatch,
  },
  {
    name: 'content format',
    takes: '[paths…] [--check]',
    does: 'mint missing ids and tidy; with --check only say what would be done',
    run: contentFormat,
  },
  {
    name: 'content stats',
    takes: '[folder] [--json]',
    does: 'count cards, cases and claims, and list what is still open',
    run: contentStats,
  },
  {
    name: 'content runs',
    takes: '<files…>',
    does: 'print texts as the hashes by which copied words are found',
    run: contentRuns,
  },
  {
    name: 'content rules',
    takes: '[rules…]',
    does: 'explain rules by their numbers (S05), or all of them',
    run: contentRules,
  },
  {
    name: 'content publish',
    takes: '[folder]',
    does: 'make decks what learners see; retire built-in decks that are gone',
    run: contentPublish,
  },
  {
    name: 'quiz regrade',
    takes: '<deck/unit:variant> --version N …',
    does: 'show, and with --apply decide, how a version of a case is scored',
    run: quizRegrade,
  },
  {
    name: 'quiz statistics',
    takes: '[deck] [--json]',
    does: 'tell how cases were answered at first sight, version by version',
    run: quizStatistics,
  },
  {
    name: 'quiz running',
    takes: '',
    does: 'list the attempts that run against the clock, and who sits them',
    run: quizRunning,
  },
  {
    name: 'quiz extra-time',
    takes: '<attempt> <minutes> --reason …',
    does: 'move the deadline of an attempt that runs',
    run: quizExtraTime,
  },
  {
    name: 'backup',
    takes: '',
    does: 'copy the database among the backups, also while a server runs',
    run: backup,
  },
  {
    name: 'restore',
    takes: '<file>',
    does: 'put a backup in the place of the database, which is kept beside it',
    run: restore,
  },
  {
    name: 'drill',
    takes: '[file]',
    does: 'restore the newest backup into an empty folder and check all of it',
    run: drillBackup,
  },
  {
    name: 'rebuild-states',
    takes: '[--check]',
    does: 'fold every learner’s log anew and write the states that differ',
    run: rebuildStates,
  },
];
