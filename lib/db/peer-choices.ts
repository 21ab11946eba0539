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
 * answer counts: it was explained, or the attempt has ended. Who left it out chose nothing. Who met an item as a guest
 * and again in an account, and then became one, has two such sights: the earlier is the first.
 */
export async function firstChoices(
  read: Pick<Reader, '$queryRaw'>,
  versions: readonly VersionRef[],
): Promise<readonly FirstChoice[]> {
  if (versions.length === 0) return [];
  const rows = await read.$queryRaw(Prisma.sql`
    WITH "Wanted" AS (
      SELECT j.value ->> 'itemUid' AS "itemUid", j.value ->> 'version' AS "version"
      FROM json_each(${JSON.stringify(versions)}) AS j
    ), "Sight" AS (
      SELECT i."attemptId", i."slot", i."itemUid", i."version", a."learnerId",
        row_number() OVER (PARTITION BY i."itemUid", a."learnerId" ORDER BY a."startedAt", a."id") AS "nth"
      FROM "AttemptItem" AS i JOIN "Attempt" AS a ON a."id" = i."attemptId"
      WHERE i."itemUid" IN (SELECT w."itemUid" FROM "Wanted" AS w)
        AND i."firstExposure" = 1 AND (a."finishedAt" IS NOT NULL OR EXISTS (
          SELECT 1 FROM "AttemptChange" AS r
          WHERE r."attemptId" = i."attemptId" AND r."slot" = i."slot" AND r."kind" = 'reveal'
        ))
    )
    SELECT s."itemUid", s."version", s."learnerId", (
      SELECT c."value" ->> 'option' FROM "AttemptChange" AS c
      WHERE c."attemptId" = s."attemptId" AND c."slot" = s."slot" AND c."kind" = 'choose'
      ORDER BY c."rev" DESC, c."id" DESC LIMIT 1
    ) AS "option"
    FROM "Sight" AS s
    WHERE s."nth" = 1 AND (s."itemUid", s."version") IN (SELECT w."itemUid", w."version" FROM "Wanted" AS w)`);
  return z
    .array(Row)
    .parse(rows)
    .flatMap(({ option, ...row }) => (option === null ? [] : [{ ...row, option }]));
}

const Row = z.object({ itemUid, version: integer, learnerId, option: z.string().nullable() });
