import { v7 } from 'uuid';
import type { AttemptId, ItemUid, LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { Db } from '@/lib/db/connect';
import type { Confidence, QuizMode } from '@/lib/quiz/model';
import { NOW } from './study';

/** What a test says of a place of an attempt; the rest is made up. */
export type SatItem = Readonly<{
  itemUid: ItemUid;
  version?: number;
  /** Storage letters chosen one after the other; the last one stands. */
  chosen?: readonly string[];
  confidence?: Confidence;
  revealed?: boolean;
  firstExposure?: boolean;
}>;

/**
 * Files an attempt that was sat, row by row, without the operations of a quiz. `finishedAt` null: it still runs;
 * `retryOf`: it asks again what was missed in that one.
 */
export async function satAttempt(
  db: Db,
  learnerId: LearnerId,
  items: readonly SatItem[],
  {
    mode = 'exam',
    startedAt = NOW,
    finishedAt = startedAt + 60_000,
    retryOf = null,
  }: Readonly<{
    mode?: QuizMode;
    startedAt?: Instant;
    finishedAt?: Instant | null;
    retryOf?: AttemptId | null;
  }> = {},
): Promise<AttemptId> {
  const id = v7() as AttemptId;
  const ended = finishedAt === null ? null : { finishedAt: BigInt(finishedAt), finishedBy: 'learner' };
  let rev = 0;
  const change = (slot: number, kind: string, value: object) => {
    rev += 1;
    const at = BigInt(startedAt + rev);
    const times = { madeAt: at, receivedAt: at, late: false };
    return { attemptId: id, slot, id: v7(), rev, kind, value: JSON.stringify(value), ...times };
  };
  await db.write(async (tx) => {
    await tx.attempt.create({
      data: {
        ...{ id, learnerId, purpose: retryOf === null ? 'block' : 'retry', retryOf },
        ...{ mode, timing: '{"kind":"untimed"}', latePolicy: 'refuse' },
        ...{ startedAt: BigInt(startedAt), deadlineAt: null, graceMs: 5_000, ...ended },
      },
    });
    await tx.attemptItem.createMany({
      data: items.map(({ itemUid, version = 1, firstExposure = true }, slot) => ({
        ...{ attemptId: id, slot, itemUid, version, firstExposure, presentationId: v7() },
      })),
    });
    await tx.attemptChange.createMany({
      data: items.flatMap(({ chosen = [], confidence, revealed = false }, slot) => [
        ...chosen.map((option) => change(slot, 'choose', { option })),
        ...(confidence === undefined ? [] : [change(slot, 'confidence', { confidence })]),
        ...(revealed ? [change(slot, 'reveal', {})] : []),
      ]),
    });
  });
  return id;
}
