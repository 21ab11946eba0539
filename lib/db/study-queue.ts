import { z } from 'zod';
import type { DeckId, LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import { type Memory, NEW_CARD, type StudyDay } from '@/lib/scheduling/model';
import type { Candidate } from '@/lib/scheduling/queue';
import type { AnsweredCard } from '@/lib/scheduling/stock';
import { StateColumns, stateColumns, stateOf } from './card-states';
import { cardUid, integer } from './columns';
import { Prisma } from './generated/client';
import type { Reader } from './reader';

const CardColumns = z.object({
  uid: cardUid,
  siblings: z.string(),
  version: integer,
});
const CandidateRow = StateColumns.extend(CardColumns.shape);
const cardColumns = Prisma.raw(
  `c."uid", c."deckId" || '/' || coalesce(c."siblings", c."unit") AS "siblings", c."version"`,
);

/** A deck to stay within, or all of them. */
function within(deckId: DeckId | null): Prisma.Sql {
  return deckId === null ? Prisma.empty : Prisma.sql`AND c."deckId" = ${deckId}`;
}

export type Phase = Extract<Memory, { kind: 'scheduled' }>['phase'];

export type DueQuery = Readonly<{
  learnerId: LearnerId;
  phases: readonly Phase[];
  before: Instant;
  deckId: DeckId | null;
  limit: number;
}>;

/** Cards in one of the phases that come back before an instant, soonest first. Suspended ones do not come back. */
export async function dueCards(read: Reader, query: DueQuery): Promise<readonly Candidate[]> {
  return z
    .array(CandidateRow)
    .parse(await read.$queryRaw(dueCardsSql(query)))
    .map((row) => ({
      uid: row.uid,
      siblings: row.siblings,
      version: row.version,
      state: stateOf(row) ?? NEW_CARD,
    }));
}

/** The statement behind `dueCards`, apart, so that it can be timed without Prisma. */
export function dueCardsSql(query: DueQuery): Prisma.Sql {
  return Prisma.sql`
    SELECT ${cardColumns}, ${stateColumns}
    FROM "CardState" AS s
    JOIN "Card" AS c ON c."uid" = s."cardUid"
    WHERE s."learnerId" = ${query.learnerId} AND s."phase" IN (${Prisma.join([...query.phases])})
      AND s."queueDue" < ${query.before} AND c."retiredAt" IS NULL ${within(query.deckId)}
    ORDER BY s."queueDue" LIMIT ${query.limit}`;
}

/**
 * Cards of one deck that the learner has not met, in the deck's order. Suspended ones are not among them; buried ones are,
 * with the day for which they are.
 */
export async function newCards(
  read: Reader,
  query: Readonly<{ learnerId: LearnerId; deckId: DeckId; limit: number }>,
): Promise<readonly Candidate[]> {
  const { learnerId, deckId, limit } = query;
  // Cards that are new again (undone, reset) have a state; all others that are new have none. Asked in one statement,
  // both would cost a look at every card the learner knows; so would naming the deck here, which invites the database
  // to walk through it.
  const again = await read.$queryRaw(Prisma.sql`
    SELECT ${cardColumns}, ${stateColumns}, c."position", c."deckId"
    FROM "CardState" AS s JOIN "Card" AS c ON c."uid" = s."cardUid"
    WHERE s."learnerId" = ${learnerId} AND s."phase" = 'new' AND s."suspended" = 0 AND c."retiredAt" IS NULL`);
  const never = await read.$queryRaw(Prisma.sql`
    SELECT ${cardColumns}, c."position", c."deckId"
    FROM "Card" AS c
    WHERE c."deckId" = ${deckId} AND c."retiredAt" IS NULL
      AND c."position" >= coalesce((
        SELECT e."unmetFrom" FROM "Enrolment" AS e WHERE e."learnerId" = ${learnerId} AND e."deckId" = ${deckId}
      ), 0)
      AND NOT EXISTS (SELECT 1 FROM "CardState" AS s WHERE s."learnerId" = ${learnerId} AND s."cardUid" = c."uid")
    ORDER BY c."position" LIMIT ${limit}`);
  const known = z.array(StateColumns.extend(PlacedCard.shape)).parse(again);
  return [
    ...known.map((row) => ({ ...row, state: stateOf(row) ?? NEW_CARD })),
    ...z
      .array(PlacedCard)
      .parse(never)
      .map((row) => ({ ...row, state: NEW_CARD })),
  ]
    .filter((card) => card.deckId === deckId)
    .sort((a, b) => a.position - b.position)
    .slice(0, limit)
    .map(({ uid, siblings, version, state }) => ({ uid, siblings, version, state }));
}

const PlacedCard = CardColumns.extend({ position: integer, deckId: z.string() });

/** Cards met on a study day, and whether that day was the card's first. Siblings rest for the day. */
export async function answeredOn(
  read: Reader,
  learnerId: LearnerId,
  day: StudyDay,
): Promise<readonly AnsweredCard[]> {
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT ${cardColumns}, s."introducedDay" IS s."lastDay" AS "introduced"
    FROM "CardState" AS s
    JOIN "Card" AS c ON c."uid" = s."cardUid"
    WHERE s."learnerId" = ${learnerId} AND s."lastDay" = ${day}`);
  return z
    .array(CardColumns.pick({ uid: true, siblings: true }).extend({ introduced: integer }))
    .parse(rows)
    .map(({ uid, siblings, introduced }) => ({ uid, siblings, introduced: introduced === 1 }));
}

/** How many cards come back between two instants. */
export async function countDue(
  read: Reader,
  query: Readonly<{ learnerId: LearnerId; from: Instant; before: Instant }>,
): Promise<number> {
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT count(*) AS "count" FROM "CardState" AS s JOIN "Card" AS c ON c."uid" = s."cardUid"
    WHERE s."learnerId" = ${query.learnerId} AND s."phase" IN ('learning', 'review', 'relearning')
      AND s."queueDue" >= ${query.from} AND s."queueDue" < ${query.before} AND c."retiredAt" IS NULL`);
  return z.tuple([z.object({ count: integer })]).parse(rows)[0].count;
}

/** A learner's latest reviews and voids, newest first, for the day's figures and the pace. */
export async function recentReviews(
  read: Reader,
  query: Readonly<{ learnerId: LearnerId; limit: number }>,
): Promise<readonly RecentReview[]> {
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT e."id", e."effectiveAt", e."tookMs"
    FROM "ReviewEvent" AS e
    WHERE e."learnerId" = ${query.learnerId} AND e."kind" = 'review' AND NOT EXISTS (
      SELECT 1 FROM "ReviewEvent" AS v
      WHERE v."learnerId" = e."learnerId" AND v."cardUid" = e."cardUid" AND v."kind" = 'void'
        AND v."payload" ->> 'targetId' = e."id"
    )
    ORDER BY e."effectiveAt" DESC LIMIT ${query.limit}`);
  return z.array(RecentReview).parse(rows);
}

const RecentReview = z.object({ effectiveAt: integer, tookMs: integer });
export type RecentReview = z.output<typeof RecentReview>;
