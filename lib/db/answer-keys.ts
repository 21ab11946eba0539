import { z } from 'zod';
import type { Instant } from '@/lib/base/time';
import { integer, itemUid } from './columns';
import { Prisma } from './generated/client';
import type { VersionRef } from './items';
import type { Reader } from './reader';

/** Where keys can be read: what is committed, or the inside of a transaction. */
export type AnswerKeySource = Pick<Reader, '$queryRaw'>;

/** The storage letters that count as right in a version now; none where it was voided, and everybody got its mark. */
export type AnswerKey = VersionRef & Readonly<{ accepted: readonly string[] }>;

/** The keys of these versions: as decided last, else as authored. For counting alone: nothing else of an item is read. */
export async function answerKeys(
  read: AnswerKeySource,
  refs: readonly VersionRef[],
): Promise<readonly AnswerKey[]> {
  if (refs.length === 0) return [];
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT v."itemUid", v."version", coalesce(
      (
        SELECT nullif(g."accepted", 'null') FROM "Regrade" AS g
        WHERE g."itemUid" = v."itemUid" AND g."version" = v."version"
        ORDER BY g."decidedAt" DESC, g."id" DESC LIMIT 1
      ),
      (
        SELECT json_group_array(o.value ->> 'letter') FROM json_each(v."body", '$.options') AS o
        WHERE o.value ->> 'isKey'
      )
    ) AS "accepted"
    FROM (
      SELECT DISTINCT j.value ->> 'itemUid' AS "itemUid", j.value ->> 'version' AS "version"
      FROM json_each(${JSON.stringify(refs)}) AS j
    ) AS k
    JOIN "ItemVersion" AS v ON v."itemUid" = k."itemUid" AND v."version" = k."version"`);
  return z
    .array(z.object({ itemUid, version: integer, accepted: z.string() }))
    .parse(rows)
    .map(({ accepted, ...ref }) => ({ ...ref, accepted: z.array(z.string()).parse(JSON.parse(accepted)) }));
}

/** What was decided on the scoring of a version: storage letters, none to void it, null for as authored. */
export type KeyDecision = VersionRef &
  Readonly<{ accepted: readonly string[] | null; decidedAt: Instant; reason: string }>;

/** All decisions on these versions, in the order in which they were taken. */
export async function keyDecisions(
  read: AnswerKeySource,
  refs: readonly VersionRef[],
): Promise<readonly KeyDecision[]> {
  if (refs.length === 0) return [];
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT g."itemUid", g."version", g."accepted", g."decidedAt", g."reason" FROM "Regrade" AS g
    WHERE (g."itemUid", g."version") IN (
      SELECT j.value ->> 'itemUid', j.value ->> 'version' FROM json_each(${JSON.stringify(refs)}) AS j
    )
    ORDER BY g."decidedAt", g."id"`);
  return z
    .array(
      z.object({ itemUid, version: integer, accepted: z.string(), decidedAt: integer, reason: z.string() }),
    )
    .parse(rows)
    .map(({ accepted, ...ref }) => ({
      ...ref,
      accepted: z.array(z.string()).nullable().parse(JSON.parse(accepted)),
    }));
}
