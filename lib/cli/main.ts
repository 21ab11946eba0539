import path from 'node:path';
import { runCommand } from './run-command';

// The entry of the command line. Everything it takes from its surroundings is taken here.
const cwd = process.cwd();
const root = path.resolve(import.meta.dirname, '../..');
const databaseFile = (process.env.DATABASE_URL ?? '').replace(/^file:/, '');
// Threads find packages from the working directory.
process.chdir(root);

// Whoever read the output may leave before its end (`| head`). What was begun is ended and its code returned, but nobody
// is told any more, and what would go on until Ctrl-C ends.
const readerLeft = new AbortController();
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    readerLeft.abort();
  });

process.exitCode = await runCommand(process.argv.slice(2), {
  cwd,
  contentDir: path.join(root, 'content'),
  databaseFile,
  backupFolder: process.env.BACKUP_FOLDER ?? path.join(path.dirname(databaseFile), 'backups'),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  interrupted: () => {
    const controller = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
    return AbortSignal.any([controller.signal, readerLeft.signal]);
  },
});
