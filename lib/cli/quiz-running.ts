import { v7 as newId } from 'uuid';
import { openDatabase } from '@/lib/ops/ctx';
import { listRunningAttempts, type RunningAttempt } from '@/lib/ops/quiz/list-running-attempts';
import { readWords } from './read-words';
import type { Surroundings } from './surroundings';
import { table } from './table';
import { toldInstant } from './told-instant';
import { UsageError } from './usage-error';

/** `quiz running`: the attempts that run against the clock, with who sits them: extra time is granted by their id. */
export async function quizRunning(
  words: readonly string[],
  { databaseFile, out, err }: Surroundings,
): Promise<number> {
  const { paths } = readWords('quiz running', words, []);
  if (paths.length > 0) throw new UsageError('quiz running takes nothing: it lists all attempts that run.');
  const db = await openDatabase(databaseFile);
  try {
    const ctx = { db, actor: { kind: 'operator' } as const, now: Date.now(), newId: () => newId() };
    const listed = await listRunningAttempts(ctx);
    if (!listed.ok) {
      err('This may not be seen here.\n');
      return 1;
    }
    out(listed.value.length === 0 ? 'No attempt runs against the clock.\n' : report(listed.value));
    return 0;
  } finally {
    await db.close();
  }
}

function report(attempts: readonly RunningAttempt[]): string {
  return table([
    ['attempt', 'learner', 'mode', 'items', 'began', 'ends'],
    ...attempts.map(({ id, email, mode, items, startedAt, deadlineAt }) => [
      id,
      email ?? 'guest',
      mode,
      `${items}`,
      toldInstant(startedAt),
      toldInstant(deadlineAt),
    ]),
  ]);
}
