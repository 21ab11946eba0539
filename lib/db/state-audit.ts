import { z } from 'zod';
import type { CardUid, LearnerId, ParameterSetId } from '@/lib/base/ids';
import type { CardState, SchedulingParams } from '@/lib/scheduling/model';
import { StateColumns, stateColumns, stateOf } from './card-states';
import { Prisma } from './generated/client';
import { parseParameters } from './parameter-sets';
import type { Reader } from './reader';

/** A learner and a card that have a log, a state or both. */
export type Studied = Readonly<{ learnerId: LearnerId; cardUid: CardUid }>;

/** What stands as the state of a card, and the parameters it was or is to be computed with. */
export type StandingState = Studied & Readonly<{ state: CardState | null; params: SchedulingParams }>;

const learnerId = z.string().transform((id) => id as LearnerId);
const cardUid = z.string().transform((uid) => uid as CardUid);

/** The next `limit` pairs after `after` (null: from the start) in the order of their ids. */
export async function studiedAfter(
  read: Reader,
  after: Studied | null,
  limit: number,
): Promise<readonly Studied[]> {
  const [learner, card] = [after?.learnerId ?? '', after?.cardUid ?? ''];
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT "learnerId", "cardUid" FROM "CardState" WHERE ("learnerId", "cardUid") > (${learner}, ${card})
    UNION
    SELECT "learnerId", "cardUid" FROM "ReviewEvent" WHERE ("learnerId", "cardUid") > (${learner}, ${card})
    ORDER BY 1, 2 LIMIT ${limit}`);
  return z.array(z.object({ learnerId, cardUid })).parse(rows);
}

/** The state that stands for each of these pairs, with the parameters of that state, else of the learner. */
export async function standingStates(
  read: Reader,
  pairs: readonly Studied[],
): Promise<readonly StandingState[]> {
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT l."id" AS "learnerId", j.value ->> 'cardUid' AS "cardUid",
      p."id" AS "parameterSetId", p."values" AS "parameterValues", ${stateColumns}
    FROM json_each(${JSON.stringify(pairs)}) AS j
    JOIN "Learner" AS l ON l."id" = j.value ->> 'learnerId'
    LEFT JOIN "CardState" AS s ON s."learnerId" = l."id" AND s."cardUid" = j.value ->> 'cardUid'
    JOIN "ParameterSet" AS p ON p."id" = coalesce(s."parameterSetId", l."parameterSetId")`);
  return z
    .array(Row)
    .parse(rows)
    .map((row) => ({
      learnerId: row.learnerId,
      cardUid: row.cardUid,
      state: stateOf(row),
      params: parseParameters(row.parameterSetId as ParameterSetId, row.parameterValues),
    }));
}

const Row = StateColumns.extend({
  learnerId,
  cardUid,
  parameterSetId: z.string(),
  parameterValues: z.string(),
});
