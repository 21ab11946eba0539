import { v7 } from 'uuid';
import type { AttemptId, EventId, LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { Db } from '@/lib/db/connect';
import { finishAttempt } from '@/lib/ops/quiz/finish-attempt';
import { getAttempt } from '@/lib/ops/quiz/get-attempt';
import { getResult } from '@/lib/ops/quiz/get-result';
import { saveChanges } from '@/lib/ops/quiz/save-changes';
import { startAttempt } from '@/lib/ops/quiz/start-attempt';
import { BlockRequest } from '@/lib/quiz/inputs';
import type { AttemptView, Change, ChangeResult, ChangesReply, QuizMode, Timing } from '@/lib/quiz/model';
import type { ResultView } from '@/lib/quiz/result-model';
import { caseDeck, publishCases, TONE, vignette } from './cases';
import { emptyDatabase } from './database';
import { ctxOf, guest, NOW, PUBLISHED_AT } from './study';

/** Four cases about two concepts with cards behind them, two by themselves; in each A is the key. */
export const CASES = [
  TONE,
  vignette('horn-1', 'A boy cannot lift his left leg after a fever.', { group: 'horn' }),
  vignette('horn-2', 'A girl drags her right foot after a week of fever.', { group: 'horn' }),
  vignette('horn-3', 'A man has lost the bulk of his right thigh.', { group: 'horn' }),
  vignette('root-1', 'A woman feels nothing over her left shin.', { group: 'root' }),
  vignette('root-2', 'A farmer feels no pain in his right thumb.', { group: 'root' }),
  vignette('root-3', 'A cook burns her left hand and does not feel it.', { group: 'root' }),
  vignette('alone-1', 'A driver wastes in one hand within a year.'),
  vignette('alone-2', 'A runner stumbles over her left foot at night.'),
] as const;

/** A database with these cases, and a guest who is enrolled in them. */
export async function classroom(blocks: readonly string[] = CASES) {
  const db = await emptyDatabase();
  await publishCases(db, caseDeck(...blocks), { now: PUBLISHED_AT });
  return { db, learnerId: await guest(db) };
}

/** The context of a learner's request. */
export function asLearner(db: Db, learnerId: LearnerId, now: Instant = NOW) {
  return ctxOf(db, { kind: 'learner', learnerId }, now);
}

export function newAttemptId(): AttemptId {
  return v7() as AttemptId;
}

/** A request for a block; what matters to the test is overridden. */
export function block(overrides: Partial<BlockRequest> = {}): BlockRequest {
  return BlockRequest.parse({
    id: newAttemptId(),
    decks: [],
    objectives: [],
    filter: 'all',
    count: 4,
    mode: 'exam',
    timing: { kind: 'block', ms: 600_000 },
    ...overrides,
  });
}

/** Begins a block and returns its id. */
export async function begin(
  db: Db,
  learnerId: LearnerId,
  {
    mode = 'exam',
    timing = { kind: 'block', ms: 600_000 },
    count = 4,
    now = NOW,
  }: Readonly<{ mode?: QuizMode; timing?: Timing; count?: number; now?: Instant }> = {},
): Promise<AttemptId> {
  const started = await startAttempt(asLearner(db, learnerId, now), block({ mode, timing, count }));
  if (!started.ok) throw new Error(started.error);
  return started.value.id;
}

type Doing = Change extends infer C ? (C extends Change ? Omit<C, 'id' | 'rev' | 'madeAt'> : never) : never;

let lastRev = 0;

/** A change as a browser would send it, each with a greater revision than the one before. */
export function change(doing: Doing, overrides: Partial<Pick<Change, 'id' | 'rev' | 'madeAt'>> = {}): Change {
  lastRev += 1;
  return { id: v7() as EventId, rev: lastRev, madeAt: NOW, ...doing, ...overrides } as Change;
}

export function choose(
  slot: number,
  option: string | null,
  overrides: Parameters<typeof change>[1] = {},
): Change {
  return change({ kind: 'choose', slot, option }, overrides);
}

export function reveal(slot: number): Change {
  return change({ kind: 'reveal', slot });
}

/** Saves changes and returns the reply; throws where the operation refused as a whole. */
export async function save(
  db: Db,
  learnerId: LearnerId,
  id: AttemptId,
  changes: readonly unknown[],
  now: Instant = NOW,
): Promise<Omit<ChangesReply, 'version'>> {
  const saved = await saveChanges(asLearner(db, learnerId, now), { id, changes });
  if (!saved.ok) throw new Error(saved.error);
  return saved.value;
}

/** What became of each change: `stored`, `duplicate`, or why it was refused. */
export function fates(results: readonly ChangeResult[]): readonly string[] {
  return results.map((result) => (result.status === 'refused' ? result.why : result.status));
}

/** Hands in. */
export function finish(db: Db, learnerId: LearnerId, id: AttemptId, now: Instant = NOW) {
  return finishAttempt(asLearner(db, learnerId, now), { id });
}

/** The attempt as its page gets it. */
export async function view(
  db: Db,
  learnerId: LearnerId,
  id: string,
  now: Instant = NOW,
): Promise<AttemptView> {
  const attempt = await getAttempt(asLearner(db, learnerId, now), { id });
  if (!attempt.ok) throw new Error(attempt.error);
  return attempt.value;
}

/** What is told of it once it is finished. */
export async function result(
  db: Db,
  learnerId: LearnerId,
  id: string,
  now: Instant = NOW,
): Promise<ResultView> {
  const found = await getResult(asLearner(db, learnerId, now), { id });
  if (!found.ok) throw new Error(found.error);
  return found.value;
}

/** All that is kept of an attempt, and of everybody's memories. */
export async function rowsOf(db: Db, id: string) {
  return {
    attempt: await db.read.attempt.findUnique({ where: { id } }),
    changes: await db.read.attemptChange.findMany({ where: { attemptId: id } }),
    events: await db.read.reviewEvent.findMany(),
    states: await db.read.cardState.findMany(),
  };
}
