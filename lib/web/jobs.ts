import 'server-only';
import { v7 as newId } from 'uuid';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import type { Ctx, Db } from '@/lib/ops/ctx';
import { finishOverdue } from '@/lib/ops/quiz/finish-overdue';
import { backUp, lastBackupAt } from '@/lib/ops/system/back-up';
import { removeExpired } from '@/lib/ops/system/remove-expired';
import { removeIdleGuests } from '@/lib/ops/system/remove-idle-guests';
import { watchDisk } from '@/lib/ops/system/serve-database';
import { settings } from './env';
import { log, logError } from './log';

/** How often the clock is looked at. A job that became due while the machine slept runs within this time. */
const TICK_MS = 60 * SECOND_MS;

type Job = Readonly<{
  name: string;
  everyMs: number;
  /** When it ran last, as far as can be seen after a restart; 0 when that cannot be seen. */
  lastAt: () => Promise<number>;
  run: (ctx: Ctx) => Promise<Readonly<Record<string, unknown>>>;
}>;

/** What the server does by itself, one thing after another. */
const JOBS: readonly Job[] = [
  {
    name: 'backup',
    everyMs: HOUR_MS,
    lastAt: () => lastBackupAt(settings().backupFolder, 'hourly'),
    async run(ctx) {
      const { databaseFile, backupFolder: folder } = settings();
      const made = await backUp(ctx, { databaseFile, folder, reason: 'hourly' });
      return made.ok
        ? { file: made.value.file, removed: made.value.removed.length }
        : { refused: made.error };
    },
  },
  {
    name: 'remove idle guests',
    everyMs: DAY_MS,
    lastAt: async () => 0,
    async run(ctx) {
      const removed = await removeIdleGuests(ctx);
      return removed.ok ? { removed: removed.value } : { refused: removed.error };
    },
  },
  {
    name: 'remove what expired',
    everyMs: DAY_MS,
    lastAt: async () => 0,
    async run(ctx) {
      const removed = await removeExpired(ctx);
      return removed.ok ? { sessions: removed.value } : { refused: removed.error };
    },
  },
  {
    name: 'finish overdue attempts',
    everyMs: MINUTE_MS,
    lastAt: async () => 0,
    async run(ctx) {
      const finished = await finishOverdue(ctx);
      return finished.ok ? { finished: finished.value } : { refused: finished.error };
    },
  },
  {
    name: 'look at the disk',
    everyMs: 10 * MINUTE_MS,
    lastAt: async () => 0,
    async run() {
      // Trouble that is coming is told at each look, until somebody has seen to it.
      const warnings = await watchDisk(settings().databaseFile);
      for (const warning of warnings) log.warn(warning);
      return { warnings: warnings.length };
    },
  },
];

/** Runs the jobs when they are due, until `stop`, which resolves when the one that runs has ended. */
export function startJobs(db: Db): Readonly<{ stop: () => Promise<void> }> {
  const lastAt = new Map<string, number>();
  let running: Promise<void> = Promise.resolve();
  const round = async () => {
    for (const job of JOBS) {
      const now = Date.now();
      const last = lastAt.get(job.name) ?? (await job.lastAt());
      // A clock that was set back would else keep a job from running for as long as it was ahead.
      if (now >= last && now - last < job.everyMs) continue;
      lastAt.set(job.name, now);
      await runJob(job, { db, actor: { kind: 'operator' }, now, newId: () => newId() });
    }
  };
  const timer = setInterval(() => {
    running = running.then(round).catch((error: unknown) => logError('jobs failed', error));
  }, TICK_MS);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      return running;
    },
  };
}

/** One job; what goes wrong in it goes to the log and holds up nothing else. */
async function runJob(job: Job, ctx: Ctx): Promise<void> {
  const start = performance.now();
  const ms = () => Math.round(performance.now() - start);
  try {
    const outcome = await job.run(ctx);
    log.info('job done', { job: job.name, ms: ms(), ...outcome });
  } catch (error) {
    logError('job failed', error, { job: job.name, ms: ms() });
  }
}
