import 'server-only';
import { z } from 'zod';
import { SECOND_MS } from '@/lib/base/time';
import type { Db } from '@/lib/ops/ctx';
import { finishRestore } from '@/lib/ops/system/finish-restore';
import { checkForDamage, placeWarning, takeOwnership } from '@/lib/ops/system/serve-database';
import { database } from './database';
import { type Settings, settings } from './env';
import { startJobs } from './jobs';
import { log, logError, takeOverConsole } from './log';
import { drainRequests, watchRequests } from './log-requests';
import { notePeers } from './peer-address';
import { version } from './version';

/** How long a damaged file may go unnoticed before the first request: the check of a large one ends later. */
const CHECK_LIMIT_MS = 3 * SECOND_MS;
/** How long requests in flight may take to end when the server is asked to stop. */
const DRAIN_LIMIT_MS = 30 * SECOND_MS;

/**
 * From a started process to a server that may answer: it alone owns the database file, the file is safe to write to,
 * requests and errors are told, jobs run, and a signal ends it in order. Ends the process with a sentence when not.
 */
export async function startServing(): Promise<void> {
  const { databaseFile } = checkedSettings();
  watchRequests();
  notePeers();
  if (process.env.NODE_ENV === 'production') takeOverConsole();
  const own = takeOwnership(databaseFile, { pid: process.pid, since: new Date().toISOString() });
  if ('refused' in own) return endWith(own.refused);
  let db: Db;
  try {
    db = await database();
    await seeToRestore(db, databaseFile);
  } catch (error) {
    logError('database refused', error);
    return endWith(`The database could not be opened: ${error instanceof Error ? error.message : error}`);
  }
  const warning = await placeWarning(databaseFile);
  if (warning !== null) log.warn(warning);
  const checked = lookForDamage(db, databaseFile);
  await Promise.race([checked, new Promise((resolve) => setTimeout(resolve, CHECK_LIMIT_MS).unref())]);
  const jobs = startJobs(db);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void stop(signal, jobs, db, own.release));
  }
  log.info('server started', { version, databaseFile });
}

function checkedSettings(): Settings {
  try {
    return settings();
  } catch (error) {
    return endWith(error instanceof z.ZodError ? z.prettifyError(error) : String(error));
  }
}

let stopping = false;

/** Answers what is in flight, commits what was taken, closes the file. A second signal changes nothing. */
async function stop(
  signal: string,
  jobs: ReturnType<typeof startJobs>,
  db: Db,
  release: () => void,
): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info('server stopping', { signal });
  const drained = await drainRequests(DRAIN_LIMIT_MS);
  if (!drained) log.warn('requests in flight were cut off', { afterMs: DRAIN_LIMIT_MS });
  try {
    await jobs.stop();
    await db.close();
    release();
  } catch (error) {
    logError('database did not close', error);
  }
  log.info('server stopped', { drained });
  process.exit(0);
}

/** After a restore: nobody is served before those who asked to be forgotten are forgotten again. */
async function seeToRestore(db: Db, databaseFile: string): Promise<void> {
  const ctx = { db, actor: { kind: 'operator' }, now: Date.now() } as const;
  const finished = await finishRestore(ctx, { databaseFile });
  if (finished.ok && finished.value !== null) log.info('restore finished', finished.value);
}

async function lookForDamage(db: Db, databaseFile: string): Promise<void> {
  try {
    const damage = await checkForDamage(db, databaseFile);
    if (damage.length > 0) {
      log.error('The database is damaged: answers are refused. Restore a backup (hornbook restore).', {
        damage,
      });
    }
  } catch (error) {
    logError('the check for damage failed', error);
  }
}

function endWith(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
