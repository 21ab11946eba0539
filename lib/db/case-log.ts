import { z } from 'zod';
import type { CardUid, LearnerId } from '@/lib/base/ids';
import { CaseOutcome } from '@/lib/quiz/case-event';
import { cardUid, integer, learnerId } from './columns';
import { Prisma } from './generated/client';
import type { Reader } from './reader';

const Row = z.object({
  learnerId,
  conceptUid: cardUid,
  effectiveAt: integer,
  tz: z.string(),
  payload: z.string(),
});

/** One answer to a case in a learner's log. */
export type LoggedCase = Readonly<Omit<z.output<typeof Row>, 'payload'> & { outcome: CaseOutcome }>;

/** A learner and a concept. */
export type ConceptOfLearner = Readonly<{ learnerId: LearnerId; conceptUid: CardUid }>;

/** What logs hold of answers to cases of these concepts, in the order in which they count. */
export async function casesLogged(
  read: Pick<Reader, '$queryRaw'>,
  pairs: readonly ConceptOfLearner[],
): Promise<readonly LoggedCase[]> {
  if (pairs.length === 0) return [];
  // The cross join keeps the database from going through a learner's whole log, in order of time.
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT e."learnerId", e."cardUid" AS "conceptUid", e."effectiveAt", e."tz", e."payload"
    FROM json_each(${JSON.stringify(pairs)}) AS j
    CROSS JOIN "ReviewEvent" AS e ON e."learnerId" = j.value ->> 'learnerId' AND e."cardUid" = j.value ->> 'conceptUid'
      AND e."kind" = 'case'
    ORDER BY e."effectiveAt", e."id"`);
  return z
    .array(Row)
    .parse(rows)
    .map(({ payload, ...event }) => ({ ...event, outcome: CaseOutcome.parse(JSON.parse(payload)) }));
}
