import { z } from 'zod';
import type { CardUid, LearnerId } from '@/lib/base/ids';
import { StateColumns, stateColumns, stateOf } from '@/lib/db/card-states';
import { cardUid } from '@/lib/db/columns';
import type { Db } from '@/lib/db/connect';
import { Prisma } from '@/lib/db/generated/client';
import { type CardState, NEW_CARD } from '@/lib/scheduling/model';

export type KeptState = Readonly<{ cardUid: CardUid; parameterSetId: string; state: CardState }>;

const Row = StateColumns.extend({
  cardUid,
  parameterSetId: z.string(),
});

/** Every state the database keeps for a learner, by card. */
export async function statesOf(db: Db, learnerId: LearnerId): Promise<readonly KeptState[]> {
  const rows = await db.read.$queryRaw(Prisma.sql`
    SELECT s."cardUid", s."parameterSetId", ${stateColumns} FROM "CardState" AS s
    WHERE s."learnerId" = ${learnerId} ORDER BY s."cardUid"`);
  return z
    .array(Row)
    .parse(rows)
    .map((row) => ({
      cardUid: row.cardUid,
      parameterSetId: row.parameterSetId,
      state: stateOf(row) ?? NEW_CARD,
    }));
}
