import { z } from 'zod';
import type { CardUid, LearnerId } from '@/lib/base/ids';
import type { CardState } from '@/lib/scheduling/model';
import { StateColumns, stateColumns, stateOf } from './card-states';
import { cardUid } from './columns';
import { Prisma } from './generated/client';
import type { Reader } from './reader';

/** What a learner's memory of each of these concepts is; a concept that was never rated has none. */
export async function conceptStates(
  read: Pick<Reader, '$queryRaw'>,
  learnerId: LearnerId,
  concepts: readonly CardUid[],
): Promise<ReadonlyMap<CardUid, CardState>> {
  // The cross join keeps the database from going through everything the learner knows.
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT j.value AS "uid", ${stateColumns}
    FROM json_each(${JSON.stringify(concepts)}) AS j
    CROSS JOIN "CardState" AS s ON s."learnerId" = ${learnerId} AND s."cardUid" = j.value`);
  const found = new Map<CardUid, CardState>();
  for (const row of z.array(Row).parse(rows)) {
    const state = stateOf(row);
    if (state !== null) found.set(row.uid, state);
  }
  return found;
}

const Row = StateColumns.extend({ uid: cardUid });
