import path from 'node:path';
import { runCommand } from './run-command';

// The entry of the command line. Everything it takes from its surroundings is taken here.
process.exitCode = await runCommand(process.argv.slice(2), {
  cwd: process.cwd(),
  contentDir: path.resolve(import.meta.dirname, '../../content'),
  databaseFile: (process.env.DATABASE_URL ?? '').replace(/^file:/, ''),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
