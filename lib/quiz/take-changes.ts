import { messages } from '@/lib/base/messages';
import type { Instant } from '@/lib/base/time';
import { admission, type Timed } from './deadline';
import { SentChange } from './inputs';
import type { Attempt, Change, ChangeResult, Slot } from './model';

/** What has to be known of an attempt to say what becomes of changes that came. */
export type Taking = Readonly<{
  attempt: Timed & Pick<Attempt, 'mode'>;
  /** When they came, by the server's clock. */
  at: Instant;
  /** Storage letters of each slot that changes may be about. */
  options: ReadonlyMap<Slot, readonly string[]>;
  /** Ids of changes that are filed already. */
  known: ReadonlySet<string>;
  /** Slots whose answer was told already. */
  revealed: ReadonlySet<Slot>;
}>;

/** Changes to be filed, in the order in which they count as received, and what became of each that came, as it came. */
export type Taken = Readonly<{ changes: readonly Change[]; late: boolean; results: readonly ChangeResult[] }>;

/**
 * What becomes of a batch of changes. A broken one harms only itself. Those of a batch are taken in the order in which
 * they were made, whatever order they stand in: a reveal closes what was made after it. What was filed before is
 * acknowledged again, also when everything else comes too late.
 */
export function takeChanges(sent: readonly unknown[], taking: Taking): Taken {
  const { attempt, at } = taking;
  const results: ChangeResult[] = sent.map(malformed);
  const parsed = sent.flatMap((one, place) => {
    const { data } = SentChange.safeParse(one);
    return data !== undefined && taking.options.has(data.slot) ? [{ place, change: data }] : [];
  });
  const known = new Set(taking.known);
  const revealed = new Set(taking.revealed);
  const changes: Change[] = [];
  const byMaking = parsed.toSorted(
    (a, b) =>
      a.change.rev - b.change.rev || (a.change.id < b.change.id ? -1 : a.change.id > b.change.id ? 1 : 0),
  );
  for (const { place, change } of byMaking) {
    const { id } = change;
    if (known.has(id)) {
      results[place] = { id, status: 'duplicate' };
      continue;
    }
    const why = whyNot(change, taking, revealed);
    if (why !== null) {
      results[place] = { id, status: 'refused', why, message: MESSAGES[why] };
      continue;
    }
    known.add(id);
    if (change.kind === 'reveal') revealed.add(change.slot);
    changes.push(change);
    results[place] = { id, status: 'stored' };
  }
  return { changes, late: admission(attempt, at) === 'late', results };
}

type Refusal = Extract<ChangeResult, { status: 'refused' }>['why'];

const MESSAGES: Readonly<Record<Refusal, string>> = {
  finished: messages.attemptFinished,
  late: messages.changeLate,
  revealed: messages.changeRevealed,
  malformed: messages.malformedChange,
  'unknown-option': messages.unknownOption,
  'wrong-mode': messages.noRevealInExam,
};

function whyNot(
  change: Change,
  { attempt, at, options }: Taking,
  revealed: ReadonlySet<Slot>,
): Refusal | null {
  if (admission(attempt, at) === 'over') return attempt.finished?.by === 'learner' ? 'finished' : 'late';
  if (change.kind === 'reveal' && attempt.mode === 'exam') return 'wrong-mode';
  const isAnswer = change.kind === 'choose' || change.kind === 'confidence';
  if (isAnswer && revealed.has(change.slot)) return 'revealed';
  const named = change.kind === 'choose' || change.kind === 'strike' ? change.option : null;
  if (named !== null && !options.get(change.slot)?.includes(named)) return 'unknown-option';
  return null;
}

function malformed(sent: unknown): ChangeResult {
  const id = typeof sent === 'object' && sent !== null && 'id' in sent ? sent.id : null;
  const message = MESSAGES.malformed;
  return { id: typeof id === 'string' ? id : null, status: 'refused', why: 'malformed', message };
}
