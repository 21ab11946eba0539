import { z } from 'zod';
import type { CardUid, LearnerId, ParameterSetId } from '@/lib/base/ids';
import type { Instant, TimeZone } from '@/lib/base/time';
import type { CardState, SchedulingParams } from '@/lib/scheduling/model';
import { StateColumns, stateColumns, stateOf } from './card-states';
import { cardUid, integer, learnerId } from './columns';
import { Prisma } from './generated/client';
import { parseParameters } from './parameter-sets';
import type { WriteTx } from './writer';

/** What has to be known about a learner and a card, or a concept, before an event of theirs can be filed and folded. */
export type AnswerContext = Readonly<{
  learnerId: LearnerId;
  cardUid: CardUid;
  params: SchedulingParams;
  learnerTz: TimeZone;
  /** What the uid is of; null when there is nothing of this uid. */
  about: 'card' | 'concept' | null;
  /** When the card or concept was first published; null when there is none. */
  cardCreatedAt: Instant | null;
  /** Null where the learner has no state of the card yet. */
  state: CardState | null;
  /** Whether the log of the card holds a void: one may wait for an event that has not come yet. */
  hasVoids: boolean;
}>;

const Row = StateColumns.extend({
  learnerId,
  cardUid,
  learnerTz: z.string(),
  parameterSetId: z.string().transform((id) => id as ParameterSetId),
  parameterValues: z.string(),
  cardCreatedAt: integer.nullable(),
  conceptCreatedAt: integer.nullable(),
  hasVoids: integer,
});

/** The context of each pair, in no particular order. A learner that does not exist yields nothing. One statement. */
export async function answerContexts(
  tx: WriteTx,
  pairs: readonly Readonly<{ learnerId: LearnerId; cardUid: CardUid }>[],
): Promise<readonly AnswerContext[]> {
  const rows = await tx.$queryRaw(Prisma.sql`
    SELECT l."id" AS "learnerId", j.value ->> 'cardUid' AS "cardUid", l."tz" AS "learnerTz",
      p."id" AS "parameterSetId", p."values" AS "parameterValues", c."createdAt" AS "cardCreatedAt",
      k."createdAt" AS "conceptCreatedAt",
      EXISTS (
        SELECT 1 FROM "ReviewEvent" AS v
        WHERE v."learnerId" = l."id" AND v."cardUid" = j.value ->> 'cardUid' AND v."kind" = 'void'
      ) AS "hasVoids",
      ${stateColumns}
    FROM json_each(${JSON.stringify(pairs)}) AS j
    JOIN "Learner" AS l ON l."id" = j.value ->> 'learnerId'
    JOIN "ParameterSet" AS p ON p."id" = l."parameterSetId"
    LEFT JOIN "Card" AS c ON c."uid" = j.value ->> 'cardUid'
    LEFT JOIN "Concept" AS k ON k."uid" = j.value ->> 'cardUid'
    LEFT JOIN "CardState" AS s ON s."learnerId" = l."id" AND s."cardUid" = j.value ->> 'cardUid'`);
  const known = new Map<ParameterSetId, SchedulingParams>();
  return z
    .array(Row)
    .parse(rows)
    .map((row) => {
      const params =
        known.get(row.parameterSetId) ?? parseParameters(row.parameterSetId, row.parameterValues);
      known.set(row.parameterSetId, params);
      return {
        learnerId: row.learnerId,
        cardUid: row.cardUid,
        params,
        learnerTz: row.learnerTz,
        about: aboutOf(row),
        cardCreatedAt: row.cardCreatedAt ?? row.conceptCreatedAt,
        state: stateOf(row),
        hasVoids: row.hasVoids === 1,
      };
    });
}

function aboutOf(row: z.output<typeof Row>): AnswerContext['about'] {
  if (row.cardCreatedAt !== null) return 'card';
  return row.conceptCreatedAt === null ? null : 'concept';
}
