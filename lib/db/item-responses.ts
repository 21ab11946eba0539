import { z } from 'zod';
import { CONFIDENCES } from '@/lib/quiz/model';
import { attemptId, integer, itemUid, learnerId, truth } from './columns';
import { Prisma } from './generated/client';
import type { VersionRef } from './items';
import type { Reader } from './reader';

const Row = z.object({
  attemptId,
  slot: integer,
  learnerId,
  itemUid,
  version: integer,
  /** Whether the learner had never been shown the item before, in any version. */
  firstExposure: truth,
  /** When the attempt began. */
  shownAt: integer,
  /** Whether the attempt has ended. */
  finished: truth,
  /** Whether it was explained while the attempt ran. */
  revealed: truth,
  /** The storage letter that stands; null when it was left out. */
  chosen: z.string().nullable(),
  confidence: z.enum(CONFIDENCES).nullable(),
});

/** One time somebody was shown a version of an item, with the answer that stands there. */
export type ItemResponseRow = Readonly<z.output<typeof Row>>;

/** Where answers can be read: what is committed, or the inside of a transaction. */
export type ResponseSource = Pick<Reader, '$queryRaw'>;

/** Every showing of a version in attempts that have begun, in the order in which these began. */
export function responsesTo(
  read: ResponseSource,
  { itemUid: item, version }: VersionRef,
): Promise<readonly ItemResponseRow[]> {
  return responses(read, Prisma.sql`i."itemUid" = ${item} AND i."version" = ${version}`);
}

/**
 * Every showing in attempts that asked something of this deck (by slug; null: of any deck), other decks' items that were
 * asked beside it included: what an attempt got elsewhere is part of what an answer tells.
 */
export function responsesBeside(
  read: ResponseSource,
  deck: string | null,
): Promise<readonly ItemResponseRow[]> {
  if (deck === null) return responses(read, Prisma.sql`true`);
  return responses(
    read,
    Prisma.sql`i."attemptId" IN (
      SELECT n."attemptId" FROM "Deck" AS d
      JOIN "Item" AS m ON m."deckId" = d."id"
      JOIN "AttemptItem" AS n ON n."itemUid" = m."uid"
      WHERE d."slug" = ${deck}
    )`,
  );
}

async function responses(read: ResponseSource, condition: Prisma.Sql): Promise<readonly ItemResponseRow[]> {
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT s.*, s."revealedSeq" IS NOT NULL AS "revealed",
      ${register('choose', 'option')} AS "chosen", ${register('confidence', 'confidence')} AS "confidence"
    FROM (
      SELECT i."attemptId", i."slot", a."learnerId", i."itemUid", i."version", i."firstExposure",
        a."startedAt" AS "shownAt", a."finishedAt" IS NOT NULL AS "finished", (
          SELECT min(r."seq") FROM "AttemptChange" AS r
          WHERE r."attemptId" = i."attemptId" AND r."slot" = i."slot" AND r."kind" = 'reveal'
        ) AS "revealedSeq"
      FROM "AttemptItem" AS i JOIN "Attempt" AS a ON a."id" = i."attemptId"
      WHERE ${condition}
    ) AS s
    ORDER BY s."shownAt", s."attemptId", s."slot"`);
  return z.array(Row).parse(rows);
}

/** What a register of a slot holds, as `foldChanges` has it: the greatest revision of what came before the reveal. */
function register(kind: string, name: string): Prisma.Sql {
  return Prisma.sql`(
    SELECT c."value" ->> ${name} FROM "AttemptChange" AS c
    WHERE c."attemptId" = s."attemptId" AND c."slot" = s."slot" AND c."kind" = ${kind}
      AND (s."revealedSeq" IS NULL OR c."seq" < s."revealedSeq")
    ORDER BY c."rev" DESC, c."id" DESC LIMIT 1
  )`;
}
