import type { CardUid, DeckId, LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { Reader } from './reader';
import type { WriteTx } from './writer';

/** The decks that feed a learner, in the learner's order. */
export async function enrolledDecks(read: Reader, learnerId: LearnerId): Promise<readonly DeckId[]> {
  const rows = await read.enrolment.findMany({
    where: { learnerId, deck: { retiredAt: null } },
    orderBy: { position: 'asc' },
    select: { deckId: true },
  });
  return rows.map(({ deckId }) => deckId as DeckId);
}

/** Lets every learner study a deck that has just appeared: it comes last in their order. */
export async function enrolEveryone(tx: WriteTx, deckId: DeckId, at: Instant): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Enrolment" ("learnerId", "deckId", "position", "createdAt")
    SELECT l."id", ${deckId},
      coalesce((SELECT max(e."position") + 1 FROM "Enrolment" AS e WHERE e."learnerId" = l."id"), 0), ${at}
    FROM "Learner" AS l WHERE true
    ON CONFLICT DO NOTHING`;
}

/**
 * Moves on to the first unmet card in the decks of cards that were just met for the first time. Each card is passed
 * once in a learner's life, so that finding new cards costs the same behind ten cards and behind ten thousand.
 */
export async function passMetCards(
  tx: WriteTx,
  met: readonly Readonly<{ learnerId: LearnerId; cardUid: CardUid }>[],
): Promise<void> {
  if (met.length === 0) return;
  await tx.$executeRaw`
    UPDATE "Enrolment" AS e SET "unmetFrom" = coalesce(
      (
        SELECT c."position" FROM "Card" AS c
        WHERE c."deckId" = e."deckId" AND c."retiredAt" IS NULL AND c."position" >= e."unmetFrom"
          AND NOT EXISTS (SELECT 1 FROM "CardState" AS s WHERE s."learnerId" = e."learnerId" AND s."cardUid" = c."uid")
        ORDER BY c."position" LIMIT 1
      ),
      (SELECT max(c."position") + 1 FROM "Card" AS c WHERE c."deckId" = e."deckId" AND c."retiredAt" IS NULL),
      0
    )
    FROM json_each(${JSON.stringify(met)}) AS j JOIN "Card" AS k ON k."uid" = j.value ->> 'cardUid'
    WHERE e."learnerId" = j.value ->> 'learnerId' AND e."deckId" = k."deckId"`;
}

/** Begins the search for new cards in a deck at its first card again: its cards have been moved about. */
export async function searchFromStart(tx: WriteTx, deckId: DeckId): Promise<void> {
  await tx.enrolment.updateMany({ where: { deckId }, data: { unmetFrom: 0 } });
}
