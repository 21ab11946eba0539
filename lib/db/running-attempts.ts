import { z } from 'zod';
import type { AttemptId, LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { AttemptSource } from './attempts';
import { attemptId } from './columns';
import { Prisma } from './generated/client';

/** A learner's attempt of daily cases that was begun at or after `since`, runs, and asks something yet; null when none. */
export function runningDaily(
  read: Pick<AttemptSource, '$queryRaw'>,
  learnerId: LearnerId,
  since: Instant,
): Promise<AttemptId | null> {
  return stillAsking(read, learnerId, Prisma.sql`a."purpose" = 'daily' AND a."startedAt" >= ${since}`);
}

/** A learner's attempt that asks again what was missed in `of`, runs, and asks something yet; null when there is none. */
export function runningRetry(
  read: Pick<AttemptSource, '$queryRaw'>,
  learnerId: LearnerId,
  of: AttemptId,
): Promise<AttemptId | null> {
  return stillAsking(read, learnerId, Prisma.sql`a."purpose" = 'retry' AND a."retryOf" = ${of}`);
}

/** Of the attempts that run and of which not everything was explained, the one begun last. */
async function stillAsking(
  read: Pick<AttemptSource, '$queryRaw'>,
  learnerId: LearnerId,
  condition: Prisma.Sql,
): Promise<AttemptId | null> {
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT a."id" FROM "Attempt" AS a
    WHERE a."learnerId" = ${learnerId} AND ${condition} AND a."finishedAt" IS NULL
      AND EXISTS (
        SELECT 1 FROM "AttemptItem" AS i WHERE i."attemptId" = a."id" AND NOT EXISTS (
          SELECT 1 FROM "AttemptChange" AS c
          WHERE c."attemptId" = i."attemptId" AND c."slot" = i."slot" AND c."kind" = 'reveal'
        )
      )
    ORDER BY a."startedAt" DESC LIMIT 1`);
  return z.array(z.object({ id: attemptId })).parse(rows)[0]?.id ?? null;
}
