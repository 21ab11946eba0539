import { z } from 'zod';
import type { CardUid, LearnerId } from '@/lib/base/ids';
import { cardUid, integer, itemUid } from './columns';
import { Prisma } from './generated/client';
import type { Reader } from './reader';

/** What a learner's bank consists of, for a FROM: items `i` that stand, of decks `d` that feed the learner (`e`). */
export function standingItems(learnerId: LearnerId): Prisma.Sql {
  return Prisma.sql`
    "Enrolment" AS e
    JOIN "Deck" AS d ON e."learnerId" = ${learnerId} AND d."id" = e."deckId" AND d."retiredAt" IS NULL
    JOIN "Item" AS i ON i."deckId" = d."id" AND i."retiredAt" IS NULL`;
}

const VariantRow = z.object({ uid: itemUid, version: integer, conceptUid: cardUid });

/** An item of a concept, in the version that would be asked now. */
export type StandingVariant = Readonly<z.output<typeof VariantRow>>;

/** The items of these concepts that stand in a learner's bank, in no order. */
export async function standingVariants(
  read: Pick<Reader, '$queryRaw'>,
  learnerId: LearnerId,
  concepts: readonly CardUid[],
): Promise<readonly StandingVariant[]> {
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT i."uid", i."version", i."conceptUid"
    FROM ${standingItems(learnerId)}
    WHERE i."conceptUid" IN (SELECT j.value FROM json_each(${JSON.stringify(concepts)}) AS j)`);
  return z.array(VariantRow).parse(rows);
}
