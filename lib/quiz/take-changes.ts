import { messages } from '@/lib/base/messages';
import type { Instant } from '@/lib/base/time';
import { admission, type Timed } from './deadline';
import { foldChanges, type ReceivedChange } from './fold-slots';
import { cutOff } from './highlight-ranges';
import { SentChange } from './inputs';
import type { Attempt, Change, ChangeResult, Slot } from './model';

/** What has to be known of an attempt to say what becomes of changes that came. */
export type Taking = Readonly<{
  attempt: Timed & Pick<Attempt, 'mode' | 'startedAt'>;
  /** When they came, by the server's clock. */
  at: Instant;
  /** The slots that changes may be about. */
  places: ReadonlyMap<Slot, Place>;
  /** Everything that is filed already. */
  before: readonly ReceivedChange[];
}>;

/** What changes at a slot may name: storage letters of its options, and places in the stem's text (`textLength`). */
export type Place = Readonly<{ options: readonly string[]; stemLength: number }>;

/** Changes to be filed, in the order in which they count as received, and what became of each that came, as it came. */
export type Taken = Readonly<{ changes: readonly Change[]; late: boolean; results: readonly ChangeResult[] }>;

/**
 * How far ahead of every revision that is filed a change may be. Browsers count on from the greatest they know of and
 * send in the order made, so only what waits on other devices lies between; one change with a revision that none can
 * exceed would be the last that counts.
 */
const MOST_AHEAD = 5_000;

/**
 * What becomes of a batch of changes. A broken one harms only itself. Those of a batch are taken in the order in which
 * they were made, whatever order they stand in: a reveal closes what was made after it. What was filed before is
 * acknowledged again, also when everything else comes too late. What is taken is cut to what can be: marks to the text
 * they are in, and time to what has passed since the attempt began, for all its slots together.
 */
export function takeChanges(sent: readonly unknown[], taking: Taking): Taken {
  const { attempt, at, before } = taking;
  const results: ChangeResult[] = sent.map(malformed);
  const furthest = before.reduce((greatest, { rev }) => Math.max(greatest, rev), 0) + MOST_AHEAD;
  const parsed = sent.flatMap((one, place) => {
    const { data } = SentChange.safeParse(one);
    return data !== undefined && taking.places.has(data.slot) ? [{ place, change: data }] : [];
  });
  const known = new Set(before.map(({ id }) => id));
  const late = admission(attempt, at) === 'late';
  const changes: Change[] = [];
  const all = [...before];
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
    const why = change.rev > furthest ? 'malformed' : whyNot(change, taking, all);
    if (why !== null) {
      results[place] = { id, status: 'refused', why, message: MESSAGES[why] };
      continue;
    }
    known.add(id);
    const cut = cutToFit(change, taking, all);
    changes.push(cut);
    all.push({ ...cut, seq: (all.at(-1)?.seq ?? 0) + 1, late });
    results[place] = { id, status: 'stored' };
  }
  return { changes, late, results };
}

type Refusal = Extract<ChangeResult, { status: 'refused' }>['why'];

const MESSAGES: Readonly<Record<Refusal, string>> = {
  finished: messages.attemptFinished,
  late: messages.changeLate,
  revealed: messages.changeRevealed,
  malformed: messages.malformedChange,
  'unknown-option': messages.unknownOption,
  'wrong-mode': messages.noRevealInExam,
  unanswered: messages.nothingToExplain,
};

/** `all`: what was filed before the change, in the batch too. */
function whyNot(
  change: Change,
  { attempt, at, places }: Taking,
  all: readonly ReceivedChange[],
): Refusal | null {
  if (admission(attempt, at) === 'over') return attempt.finished?.by === 'learner' ? 'finished' : 'late';
  if (change.kind === 'reveal') {
    if (attempt.mode === 'exam') return 'wrong-mode';
    return foldChanges(change.slot, all).chosen === null ? 'unanswered' : null;
  }
  const isAnswer = change.kind === 'choose' || change.kind === 'confidence';
  if (isAnswer && all.some(({ slot, kind }) => slot === change.slot && kind === 'reveal')) return 'revealed';
  const named = change.kind === 'choose' || change.kind === 'strike' ? change.option : null;
  if (named !== null && !places.get(change.slot)?.options.includes(named)) return 'unknown-option';
  return null;
}

function cutToFit(change: Change, { attempt, at, places }: Taking, all: readonly ReceivedChange[]): Change {
  if (change.kind === 'highlight')
    return { ...change, ranges: cutOff(change.ranges, places.get(change.slot)?.stemLength ?? 0) };
  if (change.kind !== 'spent') return change;
  const told = all.reduce((sum, other) => sum + (other.kind === 'spent' ? other.ms : 0), 0);
  return { ...change, ms: Math.max(0, Math.min(change.ms, at - attempt.startedAt - told)) };
}

function malformed(sent: unknown): ChangeResult {
  const id = typeof sent === 'object' && sent !== null && 'id' in sent ? sent.id : null;
  const message = MESSAGES.malformed;
  return { id: typeof id === 'string' ? id : null, status: 'refused', why: 'malformed', message };
}
