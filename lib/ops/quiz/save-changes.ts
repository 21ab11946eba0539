import { ok, type Result, refuse } from '@/lib/base/result';
import { findAttempt } from '@/lib/db/attempts';
import { findLearner } from '@/lib/db/learners';
import { isDatabaseBusy, isDatabaseUnwritable } from '@/lib/db/writer';
import { isOver } from '@/lib/quiz/deadline';
import type { Change, ChangesReply, Slot } from '@/lib/quiz/model';
import type { Taking } from '@/lib/quiz/take-changes';
import { textLength } from '@/lib/quiz/text-length';
import type { Ctx } from '../ctx';
import { type Paper, readPaper } from './read-paper';
import { saveTogether } from './save-together';
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
