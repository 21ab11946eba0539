import { z } from 'zod';
import type { CardUid, LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import { CaseOutcome } from '@/lib/quiz/case-event';
import type { DailyConcept } from '@/lib/quiz/todays-cases';
import type { StudyDay } from '@/lib/scheduling/model';
import { cardUid, integer, truth } from './columns';
import { conceptStates } from './concept-states';
import { Prisma } from './generated/client';
import type { Reader } from './reader';
import { standingItems } from './standing-items';

/** The concepts of which a learner's day can be made; those that rest until later are not among them. */
export type OpenConcepts = Readonly<{
  /** To be asked again before the end of the day, in no order. */
  due: readonly CardUid[];
  /** Never met, in the learner's order of decks and that of the authors. */
  news: readonly CardUid[];
  /** How many concepts were met first on this day. */
  begunToday: number;
}>;

/** Of the concepts of a learner's bank of which at least `fewest` items stand: those a day can be made of. */
export async function openConcepts(
  read: Pick<Reader, '$queryRaw'>,
  query: Readonly<{ learnerId: LearnerId; day: StudyDay; endsAt: Instant; fewest: number }>,
): Promise<OpenConcepts> {
  const { learnerId, day, endsAt, fewest } = query;
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT k."uid", coalesce(s."phase", 'new') = 'new' AS "isNew", coalesce(s."queueDue" < ${endsAt}, 0) AS "isDue",
      s."introducedDay" IS ${day} AS "begunToday"
    FROM (
      SELECT i."conceptUid" AS "uid", e."position" AS "deckPosition", d."slug", min(i."position") AS "position"
      FROM ${standingItems(learnerId)}
      GROUP BY i."conceptUid" HAVING count(*) >= ${fewest}
    ) AS k
    LEFT JOIN "CardState" AS s ON s."learnerId" = ${learnerId} AND s."cardUid" = k."uid"
    WHERE "isNew" OR "isDue" OR "begunToday"
    ORDER BY k."deckPosition", k."slug", k."position"`);
  const open = z.array(OpenRow).parse(rows);
  return {
    due: open.filter(({ isDue }) => isDue).map(({ uid }) => uid),
    news: open.filter(({ isNew }) => isNew).map(({ uid }) => uid),
    begunToday: open.filter((concept) => concept.begunToday).length,
  };
}

const OpenRow = z.object({ uid: cardUid, isNew: truth, isDue: truth, begunToday: truth });

/** A concept with its last outcome in full, and without what was shown of it on the day. */
export type KnownConcept = Omit<DailyConcept, 'askedToday' | 'last'> & Readonly<{ last: CaseOutcome | null }>;

/** All that decides whether these concepts of a learner's bank are asked on a day, but what was shown on it. In no order. */
export async function dailyConcepts(
  read: Pick<Reader, '$queryRaw'>,
  { learnerId, day }: Readonly<{ learnerId: LearnerId; day: StudyDay }>,
  uids: readonly CardUid[],
): Promise<readonly KnownConcept[]> {
  if (uids.length === 0) return [];
  // The plus keeps the database from going back through the whole log by time: a concept has few answers.
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT k."uid", k."variants", l."payload", p."uid" AS "mistakenFor"
    FROM (
      SELECT i."conceptUid" AS "uid", count(*) AS "variants"
      FROM ${standingItems(learnerId)}
      WHERE i."conceptUid" IN (SELECT j.value FROM json_each(${JSON.stringify(uids)}) AS j)
      GROUP BY i."conceptUid"
    ) AS k
    LEFT JOIN "ReviewEvent" AS l ON l."seq" = (
      SELECT x."seq" FROM "ReviewEvent" AS x
      WHERE x."learnerId" = ${learnerId} AND x."cardUid" = k."uid" AND x."kind" = 'case'
      ORDER BY +x."effectiveAt" DESC, x."id" DESC LIMIT 1
    )
    LEFT JOIN "Item" AS a ON a."uid" = l."payload" ->> 'itemUid' AND a."retiredAt" IS NULL
    LEFT JOIN "Concept" AS p
      ON p."deckId" = a."deckId" AND p."key" = a."details" -> 'confusable' ->> (l."payload" ->> 'option')`);
  const [states, linked] = [
    await conceptStates(read, learnerId, uids),
    await linkedMemories(read, { learnerId, day }, uids),
  ];
  return z
    .array(ConceptRow)
    .parse(rows)
    .map(({ uid, variants, payload, mistakenFor }) => ({
      uid,
      variants,
      state: states.get(uid) ?? null,
      linked: linked.get(uid) ?? [],
      last: payload === null ? null : CaseOutcome.parse(JSON.parse(payload)),
      mistakenFor,
    }));
}

const ConceptRow = z.object({
  uid: cardUid,
  variants: integer,
  /** Of the last answer to a case of it. */
  payload: z.string().nullable(),
  mistakenFor: cardUid.nullable(),
});

/** What a learner knows of the standing cards behind the cases of these concepts, each card once for a concept. */
async function linkedMemories(
  read: Pick<Reader, '$queryRaw'>,
  { learnerId, day }: Readonly<{ learnerId: LearnerId; day: StudyDay }>,
  uids: readonly CardUid[],
): Promise<ReadonlyMap<CardUid, DailyConcept['linked']>> {
  // A link names a unit of its own deck, or `deck/unit`; the keys of a unit's cards are `unit:variant`.
  const rows = await read.$queryRaw(Prisma.sql`
    WITH "link" AS (
      SELECT DISTINCT i."conceptUid", iif(instr(n.value, '/'), n.value, d."slug" || '/' || n.value) AS "name"
      FROM json_each(${JSON.stringify(uids)}) AS j
      JOIN "Item" AS i ON i."conceptUid" = j.value AND i."retiredAt" IS NULL
      JOIN "Deck" AS d ON d."id" = i."deckId"
      JOIN json_each(i."details", '$.links') AS n
    ), "unit" AS (
      SELECT "conceptUid", substr("name", 1, instr("name", '/') - 1) AS "deck",
        substr("name", instr("name", '/') + 1) AS "unit"
      FROM "link"
    )
    SELECT u."conceptUid", json_group_array(json_array(s."stability", s."lastDay")) AS "memories"
    FROM "unit" AS u
    JOIN "Deck" AS d ON d."slug" = u."deck"
    JOIN "Card" AS c ON c."deckId" = d."id" AND c."retiredAt" IS NULL
      AND c."key" >= u."unit" || ':' AND c."key" < u."unit" || ';'
    LEFT JOIN "CardState" AS s ON s."learnerId" = ${learnerId} AND s."cardUid" = c."uid"
    GROUP BY u."conceptUid"`);
  return new Map(
    z
      .array(LinkedRow)
      .parse(rows)
      .map(({ conceptUid, memories }) => [
        conceptUid,
        Memories.parse(JSON.parse(memories)).map(([stability, lastDay]) => ({
          stability,
          answeredToday: lastDay === day,
        })),
      ]),
  );
}

const LinkedRow = z.object({ conceptUid: cardUid, memories: z.string() });
/** Stability and last day of each card; null while it is new. */
const Memories = z.array(z.tuple([z.number().nullable(), z.number().nullable()]));
