import { z } from 'zod';
import type { LearnerId } from '@/lib/base/ids';
import { integer, itemUid, learnerId } from './columns';
import { Prisma } from './generated/client';
import type { VersionRef } from './items';
import type { Reader } from './reader';

/** What somebody chose at their first sight of an item. Storage letter. */
export type FirstChoice = VersionRef & Readonly<{ learnerId: LearnerId; option: string }>;

/**
 * The answers that stand of everybody who saw these versions of items as the first they saw of the item, and whose
 * answer counts: it was explained, or the attempt has ended. Who left it out chose nothing.
 */
export async function firstChoices(
  read: Pick<Reader, '$queryRaw'>,
  versions: readonly VersionRef[],
): Promise<readonly FirstChoice[]> {
  if (versions.length === 0) return [];
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT "itemUid", "version", "learnerId", "option" FROM (
      SELECT i."itemUid", i."version", a."learnerId", (
        SELECT c."value" ->> 'option' FROM "AttemptChange" AS c
        WHERE c."attemptId" = i."attemptId" AND c."slot" = i."slot" AND c."kind" = 'choose'
        ORDER BY c."rev" DESC, c."id" DESC LIMIT 1
      ) AS "option"
      FROM json_each(${JSON.stringify(versions)}) AS j
      JOIN "AttemptItem" AS i ON i."itemUid" = j.value ->> 'itemUid' AND i."version" = j.value ->> 'version'
      JOIN "Attempt" AS a ON a."id" = i."attemptId"
      WHERE i."firstExposure" = 1 AND (a."finishedAt" IS NOT NULL OR EXISTS (
        SELECT 1 FROM "AttemptChange" AS r
        WHERE r."attemptId" = i."attemptId" AND r."slot" = i."slot" AND r."kind" = 'reveal'
      ))
    ) WHERE "option" IS NOT NULL`);
  return z.array(z.object({ itemUid, version: integer, learnerId, option: z.string() })).parse(rows);
}
