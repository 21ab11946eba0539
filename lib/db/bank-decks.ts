import { z } from 'zod';
import type { LearnerId } from '@/lib/base/ids';
import { Prisma } from './generated/client';
import type { Reader } from './reader';

const Row = z.object({ slug: z.string(), title: z.string(), objectives: z.string().nullable() });
const Objectives = z.record(z.string(), z.object({ text: z.string() }));

/** A deck that feeds a learner, with what it teaches, in the author's order. Ids are the deck's own. */
export type BankDeck = Readonly<{
  slug: string;
  title: string;
  objectives: readonly Readonly<{ id: string; text: string }>[];
}>;

/** The decks that feed a learner, in the learner's order. */
export async function bankDecks(
  read: Pick<Reader, '$queryRaw'>,
  learnerId: LearnerId,
): Promise<readonly BankDeck[]> {
  // A manifest holds the notes too: the database picks what is asked for without our reading them.
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT d."slug", d."title", json_extract(r."manifest", '$.objectives') AS "objectives"
    FROM "Enrolment" AS e
    JOIN "Deck" AS d ON d."id" = e."deckId" AND d."retiredAt" IS NULL
    LEFT JOIN "Revision" AS r ON r."id" = d."currentRevisionId"
    WHERE e."learnerId" = ${learnerId}
    ORDER BY e."position", d."slug"`);
  return z
    .array(Row)
    .parse(rows)
    .map(({ slug, title, objectives }) => ({
      slug,
      title,
      objectives: Object.entries(Objectives.parse(JSON.parse(objectives ?? '{}'))).map(([id, { text }]) => ({
        id,
        text,
      })),
    }));
}
