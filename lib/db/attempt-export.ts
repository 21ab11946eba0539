import { z } from 'zod';
import type { LearnerId } from '@/lib/base/ids';
import type { Prisma } from './generated/client';
import type { Reader } from './reader';

/** Where a page of attempts ended: the next one begins after it. */
export type AttemptPosition = Readonly<{ startedAt: number; id: string }>;

/** An attempt with all that is kept of it, as a reader of the export finds it: instants in milliseconds, JSON as values. */
export type ExportedAttempt = Readonly<ReturnType<typeof exportedAttempt>>;

/** What was asked and what was done; who granted extra time is about somebody else, and stays out. */
const withAll = {
  items: {
    orderBy: { slot: 'asc' },
    include: { itemVersion: { include: { item: { include: { deck: { select: { slug: true } } } } } } },
  },
  changes: { orderBy: { seq: 'asc' } },
  extensions: { orderBy: { grantedAt: 'asc' }, select: { ms: true, grantedAt: true, reason: true } },
} as const satisfies Prisma.AttemptInclude;

/**
 * At most `limit` attempts of a learner after a position, in the order in which they began, each with its items as the
 * learner saw them and every change. Neither keys nor rationales are in it: an attempt may still run.
 */
export async function attemptPage(
  read: Reader,
  {
    learnerId,
    after,
    limit,
  }: Readonly<{ learnerId: LearnerId; after: AttemptPosition | null; limit: number }>,
): Promise<readonly ExportedAttempt[]> {
  const rows = await read.attempt.findMany({
    where: { learnerId, ...(after === null ? {} : { OR: behind(after) }) },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    take: limit,
    include: withAll,
  });
  return rows.map(exportedAttempt);
}

function behind({ startedAt, id }: AttemptPosition): Prisma.AttemptWhereInput[] {
  return [{ startedAt: { gt: BigInt(startedAt) } }, { startedAt: BigInt(startedAt), id: { gt: id } }];
}

type Row = Prisma.AttemptGetPayload<{ include: typeof withAll }>;

function exportedAttempt({ learnerId: _, items, changes, extensions, ...row }: Row) {
  return {
    ...row,
    timing: JSON.parse(row.timing) as unknown,
    startedAt: Number(row.startedAt),
    deadlineAt: row.deadlineAt === null ? null : Number(row.deadlineAt),
    finishedAt: row.finishedAt === null ? null : Number(row.finishedAt),
    items: items.map(({ attemptId: _, itemVersion: { body, item }, ...showing }) => ({
      ...showing,
      item: `${item.deck.slug}/${item.key}`,
      ...Shown.parse(JSON.parse(body)),
    })),
    changes: changes.map(({ attemptId: _, seq: __, value, ...change }) => ({
      ...change,
      value: JSON.parse(value) as unknown,
      madeAt: Number(change.madeAt),
      receivedAt: Number(change.receivedAt),
    })),
    extensions: extensions.map((extension) => ({ ...extension, grantedAt: Number(extension.grantedAt) })),
  };
}

/** Of a version's body, what learners see before they answer. Options by storage letter, under which answers are kept. */
const Shown = z
  .object({
    stemHtml: z.string(),
    leadInText: z.string(),
    options: z.array(z.object({ letter: z.string(), text: z.string() })),
  })
  .transform(({ stemHtml, leadInText, options }) => ({
    stemHtml,
    question: leadInText,
    options: Object.fromEntries(options.map(({ letter, text }) => [letter, text])),
  }));
