import { z } from 'zod';
import type { CardUid, LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import { type CardState, NEW_CARD } from '@/lib/scheduling/model';
import { StateColumns, stateColumns, stateOf } from './card-states';
import { cardUid, integer, learnerId } from './columns';
import { Prisma } from './generated/client';
import type { Reader } from './reader';

/** A standing card behind a case, and what a learner's memory of it is. `link` is its unit, `deck/unit`. */
export type LinkedCard = Readonly<{
  learnerId: LearnerId;
  link: string;
  deck: string;
  unit: string;
  uid: CardUid;
  frontText: string;
  state: CardState;
}>;

/** The standing cards of these units (`deck/unit`), in the order of the links, then of their deck. An unknown unit has none. */
export function linkedCards(
  read: Pick<Reader, '$queryRaw'>,
  learner: LearnerId,
  links: readonly string[],
): Promise<readonly LinkedCard[]> {
  return linkedCardsOfAll(read, [{ learnerId: learner, links }]);
}

/** The same for several learners, one after the other. */
export async function linkedCardsOfAll(
  read: Pick<Reader, '$queryRaw'>,
  wanted: readonly Readonly<{ learnerId: LearnerId; links: readonly string[] }>[],
): Promise<readonly LinkedCard[]> {
  const units = wanted.flatMap(({ learnerId: learner, links }) =>
    [...new Set(links)].map((link) => {
      const slash = link.indexOf('/');
      return { learner, link, deck: link.slice(0, slash), unit: link.slice(slash + 1) };
    }),
  );
  if (units.length === 0) return [];
  // Keys are `unit:variant`, unique in a deck: the index on them finds a unit's cards.
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT j.value ->> 'learner' AS "learnerId", j.value ->> 'link' AS "link", d."slug" AS "deck", c."unit", c."uid", c."frontText", ${stateColumns}
    FROM json_each(${JSON.stringify(units)}) AS j
    JOIN "Deck" AS d ON d."slug" = j.value ->> 'deck'
    JOIN "Card" AS c ON c."deckId" = d."id"
      AND c."key" >= (j.value ->> 'unit') || ':' AND c."key" < (j.value ->> 'unit') || ';'
    LEFT JOIN "CardState" AS s ON s."learnerId" = j.value ->> 'learner' AND s."cardUid" = c."uid"
    WHERE c."retiredAt" IS NULL
    ORDER BY j.key, c."position"`);
  return z
    .array(Row)
    .parse(rows)
    .map((row) => ({
      learnerId: row.learnerId,
      link: row.link,
      deck: row.deck,
      unit: row.unit,
      uid: row.uid,
      frontText: row.frontText,
      state: stateOf(row) ?? NEW_CARD,
    }));
}

const Row = StateColumns.extend({
  learnerId,
  link: z.string(),
  deck: z.string(),
  unit: z.string(),
  uid: cardUid,
  frontText: z.string(),
});

/** Which of these cards were brought forward at exactly this instant: what pulls them says when it did. */
export async function cardsPulledAt(
  read: Pick<Reader, '$queryRaw'>,
  learner: LearnerId,
  pulls: readonly Readonly<{ uid: CardUid; at: Instant }>[],
): Promise<ReadonlySet<CardUid>> {
  if (pulls.length === 0) return new Set();
  // The cross join keeps the database from going through the learner's whole log.
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT DISTINCT e."cardUid" AS "uid", j.value ->> 'at' AS "at" FROM json_each(${JSON.stringify(pulls)}) AS j
    CROSS JOIN "ReviewEvent" AS e ON e."learnerId" = ${learner} AND e."cardUid" = j.value ->> 'uid'
      AND e."kind" = 'set-due' AND e."answeredAt" = j.value ->> 'at'`);
  return new Set(
    z
      .array(z.object({ uid: cardUid, at: integer }))
      .parse(rows)
      .map(({ uid }) => uid),
  );
}
