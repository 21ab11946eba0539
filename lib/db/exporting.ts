import { z } from 'zod';
import type { LearnerId } from '@/lib/base/ids';
import { Prisma } from './generated/client';
import type { Reader } from './reader';

const integer = z.union([z.bigint(), z.number()]).transform(Number);

/** One entry of the log with everything that is kept of it. */
const ExportedEvent = z.object({
  id: z.string(),
  kind: z.string(),
  cardUid: z.string(),
  grade: integer.nullable(),
  answeredAt: integer,
  sentAt: integer,
  receivedAt: integer,
  effectiveAt: integer,
  tz: z.string(),
  tookMs: integer.nullable(),
  placedDays: integer.nullable(),
  seenVersion: integer.nullable(),
  presentationId: z.string().nullable(),
  payload: z.string().nullable(),
});
export type ExportedEvent = z.output<typeof ExportedEvent>;

/** Where a page of the log ended: the next one begins after it. */
export type LogPosition = Pick<ExportedEvent, 'effectiveAt' | 'id'>;

/** At most `limit` entries of a learner's log after a position, in the order in which they count. */
export async function logPage(
  read: Reader,
  query: Readonly<{ learnerId: LearnerId; after: LogPosition | null; limit: number }>,
): Promise<readonly ExportedEvent[]> {
  const { after } = query;
  const names = Prisma.raw(
    Object.keys(ExportedEvent.shape)
      .map((name) => `"${name}"`)
      .join(', '),
  );
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT ${names} FROM "ReviewEvent"
    WHERE "learnerId" = ${query.learnerId}
      AND ("effectiveAt", "id") > (${after?.effectiveAt ?? Number.MIN_SAFE_INTEGER}, ${after?.id ?? ''})
    ORDER BY "effectiveAt", "id" LIMIT ${query.limit}`);
  return z.array(ExportedEvent).parse(rows);
}

type Named = Readonly<{
  uid: string;
  key: string;
  frontText: string | null;
  deck: Readonly<{ slug: string }>;
}>;

/** The states of at most `limit` of a learner's cards and concepts after a uid, ordered by uid, with what they are about. */
export async function statePage(
  read: Reader,
  query: Readonly<{ learnerId: LearnerId; after: string | null; limit: number }>,
): Promise<readonly ExportedState[]> {
  const rows = await read.cardState.findMany({
    where: { learnerId: query.learnerId, ...(query.after === null ? {} : { cardUid: { gt: query.after } }) },
    orderBy: { cardUid: 'asc' },
    take: query.limit,
  });
  const cards = await read.card.findMany({
    where: { uid: { in: rows.map(({ cardUid }) => cardUid) } },
    select: { uid: true, key: true, frontText: true, deck: { select: { slug: true } } },
  });
  const byUid = new Map<string, Named>(cards.map((card) => [card.uid, card]));
  const concepts = await read.concept.findMany({
    where: { uid: { in: rows.flatMap(({ cardUid }) => (byUid.has(cardUid) ? [] : [cardUid])) } },
    select: { uid: true, key: true, concept: true, deck: { select: { slug: true } } },
  });
  for (const { uid, key, concept, deck } of concepts) byUid.set(uid, { uid, key, frontText: concept, deck });
  return rows.map(({ learnerId: _, cardUid, ...state }) => {
    const card = byUid.get(cardUid);
    return {
      cardUid,
      card: card === undefined ? null : `${card.deck.slug}/${card.key}`,
      question: card?.frontText ?? null,
      ...Object.fromEntries(
        Object.entries(state).map(([name, value]) => [
          name,
          typeof value === 'bigint' ? Number(value) : value,
        ]),
      ),
    };
  });
}

/** A state as a reader of the export finds it: the card or concept by uid, authored key and words, then the columns. */
export type ExportedState = Readonly<{ cardUid: string; card: string | null; question: string | null }>;

/** What the learner chose or is known by, and the decks that feed it, in order. */
export async function learnerSettings(read: Reader, learnerId: LearnerId) {
  const row = await read.learner.findUniqueOrThrow({
    where: { id: learnerId },
    include: {
      parameterSet: true,
      enrolments: { include: { deck: { select: { slug: true } } }, orderBy: { position: 'asc' } },
    },
  });
  return {
    id: row.id,
    createdAt: Number(row.createdAt),
    tz: row.tz,
    newPerDay: row.newPerDay,
    reviewsPerDay: row.reviewsPerDay,
    parameters: JSON.parse(row.parameterSet.values) as unknown,
    decks: row.enrolments.map(({ deck }) => deck.slug),
  };
}
