import { z } from 'zod';
import type { ItemUid, LearnerId } from '@/lib/base/ids';
import { attemptId, cardUid, integer, itemUid, truth } from './columns';
import { Prisma } from './generated/client';
import type { Reader } from './reader';

const Row = z.object({
  attemptId,
  itemUid,
  version: integer,
  /** What the item asks now, and the deck where it stands now or stood last. */
  conceptUid: cardUid,
  deckTitle: z.string(),
  purpose: z.enum(['block', 'daily', 'retry']),
  mode: z.enum(['tutor', 'exam']),
  /** When its attempt began, and whether that has ended. */
  shownAt: integer,
  finished: truth,
  /** Whether it was explained while the attempt ran. */
  revealed: truth,
  chosen: z.string().nullable(),
  /** Whether it was flagged last; null where nobody touched the flag. */
  flagged: truth.nullable(),
});

/** One time a learner was shown an item, with what stands there. */
export type PastShowing = Readonly<z.output<typeof Row>>;

/** Every time a learner was shown an item, in order. */
export async function pastShowings(
  read: Pick<Reader, '$queryRaw'>,
  learnerId: LearnerId,
): Promise<readonly PastShowing[]> {
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT a."id" AS "attemptId", i."itemUid", i."version", k."conceptUid", d."title" AS "deckTitle",
      a."purpose", a."mode", a."startedAt" AS "shownAt", a."finishedAt" IS NOT NULL AS "finished",
      EXISTS (
        SELECT 1 FROM "AttemptChange" AS c
        WHERE c."attemptId" = i."attemptId" AND c."slot" = i."slot" AND c."kind" = 'reveal'
      ) AS "revealed",
      ${register('choose', 'option')} AS "chosen",
      ${register('flag', 'flagged')} AS "flagged"
    FROM "Attempt" AS a
    JOIN "AttemptItem" AS i ON i."attemptId" = a."id"
    JOIN "Item" AS k ON k."uid" = i."itemUid"
    JOIN "Deck" AS d ON d."id" = k."deckId"
    WHERE a."learnerId" = ${learnerId}
    ORDER BY a."startedAt", a."id", i."slot"`);
  return z.array(Row).parse(rows);
}

/** What a register of a slot holds: of its changes, the one with the greatest revision. */
function register(kind: string, name: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT c."value" ->> ${name} FROM "AttemptChange" AS c
    WHERE c."attemptId" = i."attemptId" AND c."slot" = i."slot" AND c."kind" = ${kind}
    ORDER BY c."rev" DESC, c."id" DESC LIMIT 1
  )`;
}

/** The items among these that the learner has been shown before, in any version. */
export async function itemsShown(
  read: Pick<Reader, '$queryRaw'>,
  learnerId: LearnerId,
  items: readonly ItemUid[],
): Promise<ReadonlySet<ItemUid>> {
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT DISTINCT i."itemUid" FROM "Attempt" AS a JOIN "AttemptItem" AS i ON i."attemptId" = a."id"
    WHERE a."learnerId" = ${learnerId} AND i."itemUid" IN (SELECT j.value FROM json_each(${JSON.stringify(items)}) AS j)`);
  return new Set(
    z
      .array(z.object({ itemUid }))
      .parse(rows)
      .map((row) => row.itemUid),
  );
}
