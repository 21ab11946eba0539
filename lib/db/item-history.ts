import { z } from 'zod';
import type { CardUid, ItemUid, LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
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
      ${isRevealed} AS "revealed",
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

const PresentRow = Row.pick({ conceptUid: true, purpose: true, shownAt: true, revealed: true });

/** What a learner was shown in attempts that began at or after `since`, and in exams that still run. In no order. */
export async function presentShowings(
  read: Pick<Reader, '$queryRaw'>,
  learnerId: LearnerId,
  since: Instant,
): Promise<readonly z.output<typeof PresentRow>[]> {
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT k."conceptUid", a."purpose", a."startedAt" AS "shownAt", ${isRevealed} AS "revealed"
    FROM "Attempt" AS a
    JOIN "AttemptItem" AS i ON i."attemptId" = a."id"
    JOIN "Item" AS k ON k."uid" = i."itemUid"
    WHERE a."learnerId" = ${learnerId}
      AND (a."startedAt" >= ${since} OR (a."mode" = 'exam' AND a."finishedAt" IS NULL))`);
  return z.array(PresentRow).parse(rows);
}

/** How often a learner was shown an item, in whatever version, and when last. */
export type Exposure = Readonly<z.output<typeof ExposureRow>>;
const ExposureRow = z.object({ itemUid, conceptUid: cardUid, times: integer, lastSeenAt: integer });

/** What a learner was ever shown of these concepts: items that no longer stand too. In no order. */
export async function exposuresOf(
  read: Pick<Reader, '$queryRaw'>,
  learnerId: LearnerId,
  concepts: readonly CardUid[],
): Promise<readonly Exposure[]> {
  // The cross join keeps the database from going through what all other learners were shown of these items.
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT i."itemUid", k."conceptUid", count(*) AS "times", max(a."startedAt") AS "lastSeenAt"
    FROM "Attempt" AS a
    CROSS JOIN "AttemptItem" AS i ON i."attemptId" = a."id"
    CROSS JOIN "Item" AS k ON k."uid" = i."itemUid"
    WHERE a."learnerId" = ${learnerId}
      AND k."conceptUid" IN (SELECT j.value FROM json_each(${JSON.stringify(concepts)}) AS j)
    GROUP BY i."itemUid"`);
  return z.array(ExposureRow).parse(rows);
}

/** Whether the showing `i` was explained while its attempt ran. */
const isRevealed = Prisma.sql`EXISTS (
  SELECT 1 FROM "AttemptChange" AS c
  WHERE c."attemptId" = i."attemptId" AND c."slot" = i."slot" AND c."kind" = 'reveal'
)`;

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
