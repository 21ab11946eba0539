import { ok, type Result, refuse } from '@/lib/base/result';
import { appendChanges, changesOfAll, type StoredChange } from '@/lib/db/attempt-changes';
import { findAttempt, findAttempts, type StoredAttempt } from '@/lib/db/attempts';
import { findLearner, type Learner } from '@/lib/db/learners';
import { isDatabaseBusy, isDatabaseUnwritable, type WriteTx } from '@/lib/db/writer';
import { isOver } from '@/lib/quiz/deadline';
import { foldAttempt } from '@/lib/quiz/fold-slots';
import type { Change, ChangeResult, ChangesReply, Slot, SlotState } from '@/lib/quiz/model';
import { type Taking, takeChanges } from '@/lib/quiz/take-changes';
import { textLength } from '@/lib/quiz/text-length';
import type { Ctx } from '../ctx';
import { type Ending, endAttempts } from './end-attempts';
import { inRounds } from './in-rounds';
import { rateSlots } from './rate-slots';
import { type Paper, readPaper } from './read-paper';
import { showQuestions } from './show-questions';
import { standingOf } from './standing-of';

type Saved = Omit<ChangesReply, 'version'>;

/**
 * Files what a learner did to an attempt of theirs, in one transaction with what it does to memories: a reveal rates its
 * case, and an attempt whose time is up is ended. Says of each change what became of it, in the order sent, and what
 * stands afterwards, with all that other tabs did; the explanations of slots in `have` are left out. Sent again, a change
 * counts once. Refuses `busy` when the database could not be written in time, `read-only` when it takes no writes: send
 * it again.
 */
export async function saveChanges(
  ctx: Ctx,
  { id, changes, have = [] }: Readonly<{ id: string; changes: readonly unknown[]; have?: readonly Slot[] }>,
): Promise<Result<Saved, 'no-learner' | 'unknown-attempt' | 'busy' | 'read-only'>> {
  const { db, actor } = ctx;
  const learner = actor.kind === 'learner' ? await findLearner(db.read, actor.learnerId) : null;
  if (learner === null) return refuse('no-learner');
  const stored = await findAttempt(db.read, { id, learnerId: learner.id });
  if (stored === null) return refuse('unknown-attempt');
  const about = slotsNamed(changes, null);
  const toEnd = stored.attempt.finished === null && isOver(stored.attempt, ctx.now);
  const needed = stored.showings.filter(({ slot }) => toEnd || about.has(slot));
  const paper = await readPaper(db.read, needed);
  try {
    const places = await placesOf(ctx, paper, slotsNamed(changes, 'highlight'));
    const saved = await db.writeGrouped(saveTogether, { ctx, learner, id, paper, places, sent: changes });
    if (saved === null) return refuse('unknown-attempt');
    return ok({
      results: saved.results,
      ...(await standingOf(ctx, { learner, ...saved, have: new Set(have) })),
    });
  } catch (error) {
    if (isDatabaseBusy(error)) return refuse('busy');
    if (isDatabaseUnwritable(error)) return refuse('read-only');
    throw error;
  }
}

type Job = Readonly<{
  ctx: Ctx;
  learner: Learner;
  id: string;
  paper: Paper;
  places: Taking['places'];
  sent: readonly unknown[];
}>;
type Outcome = Readonly<{
  results: readonly ChangeResult[];
  stored: StoredAttempt;
  changes: readonly StoredChange[];
}> | null;

/** One commit for all who came together; each is judged by the instant of its own request. */
function saveTogether(tx: WriteTx, jobs: readonly Job[]): Promise<readonly Outcome[]> {
  return inRounds(
    jobs,
    ({ learner }) => learner.id,
    (round) => save(tx, round),
  );
}

async function save(tx: WriteTx, jobs: readonly Job[]): Promise<readonly Outcome[]> {
  const taken = await take(tx, jobs);
  const before = new Map(taken.map(({ stored, before }) => [stored.attempt.id, before]));
  const isNews = taken.some(({ taking }) => taking.changes.length > 0);
  const changes = isNews ? await changesOfAll(tx, [...before.keys()]) : before;
  await rateSlots(
    tx,
    taken.map(({ ctx, learner, stored, paper, before }) => ({
      ...{ ctx, learner, stored, paper, at: ctx.now },
      slots: newlyRevealed(stored, { before, after: changes.get(stored.attempt.id) ?? [] }),
    })),
  );
  const ended = await endAttempts(
    tx,
    taken.flatMap(({ ctx, learner, stored, paper }): Ending[] => {
      const { deadlineAt, finished } = stored.attempt;
      if (finished !== null || deadlineAt === null || !isOver(stored.attempt, ctx.now)) return [];
      return [{ ctx, learner, stored, paper, at: deadlineAt, by: 'deadline' }];
    }),
  );
  const standing = new Map(ended.map((stored) => [stored.attempt.id, stored]));
  const outcomes = new Map(
    taken.map(({ id, stored, taking: { results } }) => [
      id,
      {
        results,
        stored: standing.get(stored.attempt.id) ?? stored,
        changes: changes.get(stored.attempt.id) ?? [],
      },
    ]),
  );
  return jobs.map(({ id }) => outcomes.get(id) ?? null);
}

type Taken = Job &
  Readonly<{
    stored: StoredAttempt;
    taking: ReturnType<typeof takeChanges>;
    before: readonly StoredChange[];
  }>;

/** Judges and files what was sent; a job about no attempt of its learner is left out. */
async function take(tx: WriteTx, jobs: readonly Job[]): Promise<readonly Taken[]> {
  const found = await findAttempts(
    tx,
    jobs.map(({ id, learner }) => ({ id, learnerId: learner.id })),
  );
  const known = await changesOfAll(
    tx,
    [...found.values()].map(({ attempt }) => attempt.id),
  );
  const taken = jobs.flatMap((job): Taken[] => {
    const stored = found.get(job.id);
    if (stored === undefined) return [];
    const before = known.get(stored.attempt.id) ?? [];
    const { attempt } = stored;
    return [
      {
        ...job,
        stored,
        before,
        taking: takeChanges(job.sent, { attempt, at: job.ctx.now, places: job.places, before }),
      },
    ];
  });
  const news = taken.flatMap(({ stored, taking, ctx }) =>
    taking.changes.map((change) => ({
      attemptId: stored.attempt.id,
      change,
      receivedAt: ctx.now,
      late: taking.late,
    })),
  );
  await appendChanges(tx, news);
  return taken;
}

function newlyRevealed(
  { showings }: StoredAttempt,
  { before, after }: Readonly<Record<'before' | 'after', readonly StoredChange[]>>,
): readonly SlotState[] {
  const known = revealedIn(before);
  return foldAttempt(showings.length, after).filter(({ slot, revealed }) => revealed && !known.has(slot));
}

/** The slots that changes claim to be about, well-formed or not; those of one kind alone, or of all. */
function slotsNamed(changes: readonly unknown[], kind: Change['kind'] | null): ReadonlySet<unknown> {
  return new Set(
    changes.map((change) => {
      if (typeof change !== 'object' || change === null || !('slot' in change)) return null;
      return kind === null || ('kind' in change && change.kind === kind) ? change.slot : null;
    }),
  );
}

/** Only for slots that are `marked` is the stem's text measured: it takes its drawings, whose words are part of it. */
async function placesOf(
  ctx: Pick<Ctx, 'db'>,
  paper: Paper,
  marked: ReadonlySet<unknown>,
): Promise<Taking['places']> {
  const shown = await showQuestions(ctx, new Map([...paper].filter(([slot]) => marked.has(slot))));
  const lengths = new Map(shown.map(({ slot, stemHtml }) => [slot, textLength(stemHtml)]));
  return new Map(
    [...paper].map(
      ([
        slot,
        {
          shown: { item },
        },
      ]) => [slot, { options: item.options.map(({ letter }) => letter), stemLength: lengths.get(slot) ?? 0 }],
    ),
  );
}

function revealedIn(changes: readonly StoredChange[]): ReadonlySet<Slot> {
  return new Set(changes.filter(({ kind }) => kind === 'reveal').map(({ slot }) => slot));
}
