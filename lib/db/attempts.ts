import { z } from 'zod';
import type { AttemptId, ItemUid, LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import { TimingInput } from '@/lib/quiz/inputs';
import type { Attempt, Purpose, QuizMode, Slot } from '@/lib/quiz/model';
import { Prisma } from './generated/client';
import type { Reader } from './reader';
import type { WriteTx } from './writer';

/** What stands at a place of an attempt, as it was frozen when the attempt began. */
export type Showing = Readonly<{
  slot: Slot;
  itemUid: ItemUid;
  version: number;
  /** Names this showing in the log of reviews. */
  presentationId: string;
  /** Whether the learner had never been shown the item before, in any version. */
  firstExposure: boolean;
}>;

/** An attempt with what it asks, in order. */
export type StoredAttempt = Readonly<{
  learnerId: LearnerId;
  attempt: Attempt;
  /** Of a retry: the attempt whose missed items it asks. Null for all others, and for retries older than this column. */
  retryOf: AttemptId | null;
  showings: readonly Showing[];
}>;

/** Where attempts can be read: what is committed, or the inside of a transaction. */
export type AttemptSource = Pick<Reader, 'attempt' | '$queryRaw'>;

const withAll = {
  extensions: { select: { ms: true } },
  items: { orderBy: { slot: 'asc' } },
} as const satisfies Prisma.AttemptInclude;
type Row = Prisma.AttemptGetPayload<{ include: typeof withAll }>;

/** A learner's attempt; null when there is none under this id, or it is somebody else's. */
export async function findAttempt(
  read: AttemptSource,
  { id, learnerId }: Readonly<{ id: string; learnerId: LearnerId }>,
): Promise<StoredAttempt | null> {
  const row = await read.attempt.findFirst({ where: { id, learnerId }, include: withAll });
  return row === null ? null : storedAttemptOf(row);
}

/** The attempt under an id, whosever it is; null when there is none. */
export async function findAnyAttempt(read: AttemptSource, id: string): Promise<StoredAttempt | null> {
  const row = await read.attempt.findUnique({ where: { id }, include: withAll });
  return row === null ? null : storedAttemptOf(row);
}

/** All attempts of a learner, the latest first. */
export async function attemptsOf(
  read: AttemptSource,
  learnerId: LearnerId,
): Promise<readonly StoredAttempt[]> {
  const rows = await read.attempt.findMany({
    where: { learnerId },
    include: withAll,
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map(storedAttemptOf);
}

/** Attempts that run and have a deadline; of one learner, or of all. */
export async function timedRunningAttempts(
  read: AttemptSource,
  learnerId: LearnerId | null,
): Promise<readonly StoredAttempt[]> {
  const rows = await read.attempt.findMany({
    where: { finishedAt: null, deadlineAt: { not: null }, ...(learnerId === null ? {} : { learnerId }) },
    include: withAll,
  });
  return rows.map(storedAttemptOf);
}

/** Files an attempt and what it asks. */
export async function createAttempt(
  tx: WriteTx,
  { learnerId, attempt, retryOf, showings }: StoredAttempt,
): Promise<void> {
  const { id, purpose, mode, latePolicy, graceMs } = attempt;
  await tx.attempt.create({
    data: {
      id,
      learnerId,
      purpose,
      retryOf,
      mode,
      timing: JSON.stringify(attempt.timing),
      latePolicy,
      startedAt: BigInt(attempt.startedAt),
      deadlineAt: attempt.deadlineAt === null ? null : BigInt(attempt.deadlineAt),
      graceMs,
    },
  });
  const rows = showings.map((showing) => ({ ...showing, firstExposure: showing.firstExposure ? 1 : 0 }));
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "AttemptItem" ("attemptId", "slot", "itemUid", "version", "presentationId", "firstExposure")
    SELECT ${id}, j.value ->> 'slot', j.value ->> 'itemUid', j.value ->> 'version', j.value ->> 'presentationId',
      j.value ->> 'firstExposure'
    FROM json_each(${JSON.stringify(rows)}) AS j`);
}

/** Ends an attempt. False when it had ended before: then nothing is changed. */
export async function endAttempt(
  tx: WriteTx,
  id: AttemptId,
  { at, by }: Readonly<{ at: Instant; by: 'learner' | 'deadline' }>,
): Promise<boolean> {
  const { count } = await tx.attempt.updateMany({
    where: { id, finishedAt: null },
    data: { finishedAt: BigInt(at), finishedBy: by },
  });
  return count === 1;
}

export type Extension = Readonly<{
  id: string;
  attemptId: AttemptId;
  ms: number;
  grantedAt: Instant;
  /** An account, or `operator`. */
  grantedBy: string;
  reason: string;
}>;

/** Files extra time. */
export async function saveExtension(tx: WriteTx, extension: Extension): Promise<void> {
  await tx.attemptExtension.create({ data: { ...extension, grantedAt: BigInt(extension.grantedAt) } });
}

function storedAttemptOf(row: Row): StoredAttempt {
  const { finishedAt, finishedBy, deadlineAt } = row;
  const extraMs = row.extensions.reduce((sum, { ms }) => sum + ms, 0);
  return {
    learnerId: row.learnerId as LearnerId,
    attempt: {
      id: row.id as AttemptId,
      purpose: PurposeColumn.parse(row.purpose),
      mode: ModeColumn.parse(row.mode),
      timing: TimingInput.parse(JSON.parse(row.timing)),
      latePolicy: z.enum(['refuse', 'accept-late']).parse(row.latePolicy),
      startedAt: Number(row.startedAt),
      deadlineAt: deadlineAt === null ? null : Number(deadlineAt) + extraMs,
      graceMs: row.graceMs,
      finished:
        finishedAt === null
          ? null
          : { at: Number(finishedAt), by: finishedBy === 'learner' ? 'learner' : 'deadline' },
    },
    retryOf: row.retryOf as AttemptId | null,
    showings: row.items.map(({ slot, itemUid, version, presentationId, firstExposure }) => ({
      slot,
      itemUid: itemUid as ItemUid,
      version,
      presentationId,
      firstExposure,
    })),
  };
}

const PurposeColumn: z.ZodType<Purpose> = z.enum(['block', 'daily', 'retry']);
const ModeColumn: z.ZodType<QuizMode> = z.enum(['tutor', 'exam']);
