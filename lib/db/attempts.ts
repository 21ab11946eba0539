import { z } from 'zod';
import type { AttemptId, ItemUid, LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import { deadlineOf } from '@/lib/quiz/deadline';
import { TimingInput } from '@/lib/quiz/inputs';
import type { Attempt, Purpose, QuizMode, Slot } from '@/lib/quiz/model';
import { attemptId, integer, itemUid, learnerId, truth } from './columns';
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
export type AttemptSource = Pick<Reader, '$queryRaw'>;

/** A learner's attempt; null when there is none under this id, or it is somebody else's. */
export async function findAttempt(read: AttemptSource, key: AttemptKey): Promise<StoredAttempt | null> {
  return (await findAttempts(read, [key])).get(key.id) ?? null;
}

/** Which attempt, and of whom: somebody else's is none. */
export type AttemptKey = Readonly<{ id: string; learnerId: LearnerId }>;

/** Those of these attempts that there are, by their ids. */
export async function findAttempts(
  read: AttemptSource,
  keys: readonly AttemptKey[],
): Promise<ReadonlyMap<string, StoredAttempt>> {
  const found = await select(
    read,
    Prisma.sql`(a."id", a."learnerId") IN (
      SELECT j.value ->> 'id', j.value ->> 'learnerId' FROM json_each(${JSON.stringify(keys)}) AS j
    )`,
  );
  return new Map(found.map((stored) => [stored.attempt.id, stored]));
}

/** The attempt under an id, whosever it is; null when there is none. */
export async function findAnyAttempt(read: AttemptSource, id: string): Promise<StoredAttempt | null> {
  return (await select(read, Prisma.sql`a."id" = ${id}`))[0] ?? null;
}

/** All attempts of a learner, the latest first. */
export function attemptsOf(read: AttemptSource, learner: LearnerId): Promise<readonly StoredAttempt[]> {
  return select(read, Prisma.sql`a."learnerId" = ${learner}`);
}

/** Attempts that run and have a deadline, the latest first; of one learner, or of all. */
export function timedRunningAttempts(
  read: AttemptSource,
  learner: LearnerId | null,
): Promise<readonly StoredAttempt[]> {
  const whose = learner === null ? Prisma.empty : Prisma.sql`AND a."learnerId" = ${learner}`;
  return select(read, Prisma.sql`a."finishedAt" IS NULL AND a."deadlineAt" IS NOT NULL ${whose}`);
}

// One statement each: a class that hands in together pays for every further one inside the same transaction.
async function select(read: AttemptSource, where: Prisma.Sql): Promise<readonly StoredAttempt[]> {
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT a."id", a."learnerId", a."purpose", a."retryOf", a."mode", a."timing", a."latePolicy", a."startedAt",
      a."deadlineAt", a."graceMs", a."finishedAt", a."finishedBy",
      (SELECT total(x."ms") FROM "AttemptExtension" AS x WHERE x."attemptId" = a."id") AS "extraMs",
      (
        SELECT json_group_array(json_object('slot', i."slot", 'itemUid', i."itemUid", 'version', i."version",
          'presentationId', i."presentationId", 'firstExposure', i."firstExposure") ORDER BY i."slot")
        FROM "AttemptItem" AS i WHERE i."attemptId" = a."id"
      ) AS "showings"
    FROM "Attempt" AS a WHERE ${where} ORDER BY a."startedAt" DESC, a."id" DESC`);
  return z.array(Row).parse(rows).map(storedAttemptOf);
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

/** An attempt to end, and when and how that counts as having happened. */
export type AttemptEnd = Readonly<{ id: AttemptId; at: Instant; by: 'learner' | 'deadline' }>;

/** Ends attempts. Returns those that had not ended before: of the others nothing is changed. */
export async function endAttempts(tx: WriteTx, ends: readonly AttemptEnd[]): Promise<ReadonlySet<AttemptId>> {
  if (ends.length === 0) return new Set();
  const rows = await tx.$queryRaw(Prisma.sql`
    UPDATE "Attempt" AS a SET "finishedAt" = j.value ->> 'at', "finishedBy" = j.value ->> 'by'
    FROM json_each(${JSON.stringify(ends)}) AS j
    WHERE a."id" = j.value ->> 'id' AND a."finishedAt" IS NULL
    RETURNING "id"`);
  return new Set(
    z
      .array(z.object({ id: attemptId }))
      .parse(rows)
      .map(({ id }) => id),
  );
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

const Row = z.object({
  id: attemptId,
  learnerId,
  purpose: z.enum(['block', 'daily', 'retry']) satisfies z.ZodType<Purpose>,
  retryOf: attemptId.nullable(),
  mode: z.enum(['tutor', 'exam']) satisfies z.ZodType<QuizMode>,
  timing: z.string(),
  latePolicy: z.enum(['refuse', 'accept-late']),
  startedAt: integer,
  deadlineAt: integer.nullable(),
  graceMs: integer,
  finishedAt: integer.nullable(),
  finishedBy: z.enum(['learner', 'deadline']).nullable(),
  extraMs: integer,
  showings: z.string(),
});

const Showings = z.array(
  z.object({ slot: integer, itemUid, version: integer, presentationId: z.string(), firstExposure: truth }),
);

function storedAttemptOf(row: z.output<typeof Row>): StoredAttempt {
  const { learnerId: whose, retryOf, timing, extraMs, showings, finishedAt, finishedBy, ...frozen } = row;
  return {
    learnerId: whose,
    attempt: {
      ...frozen,
      timing: TimingInput.parse(JSON.parse(timing)),
      deadlineAt: deadlineOf(frozen.deadlineAt, [extraMs]),
      finished: finishedAt === null ? null : { at: finishedAt, by: finishedBy ?? 'deadline' },
    },
    retryOf,
    showings: Showings.parse(JSON.parse(showings)),
  };
}
