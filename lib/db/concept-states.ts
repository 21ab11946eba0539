import { z } from 'zod';
import type { CardUid, LearnerId } from '@/lib/base/ids';
import { type CardState, NEW_CARD } from '@/lib/scheduling/model';
import { StateColumns, stateColumns, stateOf } from './card-states';
import { cardUid } from './columns';
import { Prisma } from './generated/client';
import type { Reader } from './reader';

/** What a learner's memory of each of these concepts is; a concept that was never rated is new. */
export async function conceptStates(
  read: Pick<Reader, '$queryRaw'>,
  learnerId: LearnerId,
  concepts: readonly CardUid[],
): Promise<ReadonlyMap<CardUid, CardState>> {
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT j.value AS "uid", ${stateColumns}
    FROM json_each(${JSON.stringify(concepts)}) AS j
    LEFT JOIN "CardState" AS s ON s."learnerId" = ${learnerId} AND s."cardUid" = j.value`);
  return new Map(
    z
      .array(StateColumns.extend({ uid: cardUid }))
      .parse(rows)
      .map((row) => [row.uid, stateOf(row) ?? NEW_CARD]),
  );
}
