#!/usr/bin/env node
// `npx hornbook …` and `npm run content -- …`: the command line of lib/cli, from any working directory.
import './node-version.mjs';
import { runTypeScript } from './command-line.mjs';
import { explained } from './report.mjs';
import { installAndGenerate, prepareDatabase } from './set-up.mjs';

const words = process.argv.slice(2);

explained(async () => {
  await installAndGenerate(process.env);
  if (!worksWithoutDatabase(words)) await prepareDatabase(process.env);
  // Ctrl-C reaches the command as well, and the command decides how it ends: this process only passes its code on.
  process.on('SIGINT', () => {});
  // npm runs a script in the root; the person who typed it may be elsewhere, and relative paths are theirs.
  const cwd = process.env.npm_lifecycle_event ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd();
  process.exit(runTypeScript('lib/cli/main.ts', words, process.env, cwd));
});

function worksWithoutDatabase([room, verb]) {
  return (
    room === undefined ||
    room === 'help' ||
    room.startsWith('-') ||
    // These look at the file as it is: a restore may be the way out of a migration that failed.
    ['backup', 'restore', 'drill'].includes(room) ||
    (room === 'content' && verb !== 'publish')
  );
}
