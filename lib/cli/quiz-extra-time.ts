import { v7 as newId } from 'uuid';
import { MINUTE_MS } from '@/lib/base/time';
import { openDatabase } from '@/lib/ops/ctx';
import { grantExtraTime } from '@/lib/ops/quiz/grant-extra-time';
import { ExtraTime } from '@/lib/quiz/inputs';
import { type Options, readOptions } from './read-options';
import type { Surroundings } from './surroundings';
import { toldInstant } from './told-instant';
import { UsageError } from './usage-error';

const NAME = 'quiz extra-time';

/**
 * `quiz extra-time <attempt> <minutes> --reason "…"`: moves the deadline of an attempt that runs. That it was granted, and
 * why, is kept with the attempt.
 */
export async function quizExtraTime(
  words: readonly string[],
  { databaseFile, out, err }: Surroundings,
): Promise<number> {
  const granted = extraTimeOf(readOptions(NAME, words, { '--reason': 'value' }));
  const db = await openDatabase(databaseFile);
  try {
    const ctx = { db, actor: { kind: 'operator' } as const, now: Date.now(), newId: () => newId() };
    const result = await grantExtraTime(ctx, granted);
    if (!result.ok) {
      err(`${REFUSALS[result.error](granted)}\n`);
      return 1;
    }
    const { deadlineAt } = result.value;
    if (deadlineAt !== null)
      out(`Granted, and kept with its reason. The attempt ends ${toldInstant(deadlineAt)}.\n`);
    return 0;
  } finally {
    await db.close();
  }
}

type Refusal = Extract<Awaited<ReturnType<typeof grantExtraTime>>, { ok: false }>['error'];

const REFUSALS: Readonly<Record<Refusal, (granted: ExtraTime) => string>> = {
  'not-allowed': () => 'This may not be decided here.',
  malformed: () => 'This is no extra time that could be granted. Nothing was changed.',
  'unknown-attempt': ({ attemptId }) =>
    `There is no attempt ${attemptId}: hornbook quiz running lists those that run.`,
  untimed: () => 'The attempt has no clock: there is nothing to move.',
  over: () => 'The attempt has ended, and what has ended is scored. Nothing was changed.',
};

function extraTimeOf({ values, rest }: Options): ExtraTime {
  const [attemptId, minutes, ...more] = rest;
  if (attemptId === undefined || minutes === undefined || more.length > 0)
    throw new UsageError(`${NAME} takes an attempt and minutes: hornbook ${NAME} <attempt> 10 --reason "…".`);
  const ms = /^\d+(\.\d+)?$/.test(minutes) ? Math.round(Number(minutes) * MINUTE_MS) : Number.NaN;
  const { data, error } = ExtraTime.safeParse({ attemptId, ms, reason: values.get('--reason') ?? '' });
  if (data !== undefined) return data;
  const broken = error.issues[0]?.path[0];
  if (broken === 'ms')
    throw new UsageError(`${NAME} needs a number of minutes, above 0 and at most 1440, not “${minutes}”.`);
  if (broken === 'reason')
    throw new UsageError(`${NAME} needs a reason of at most 500 characters: --reason "…". It is kept.`);
  throw new UsageError(`There is no attempt ${attemptId}: hornbook quiz running lists those that run.`);
}
