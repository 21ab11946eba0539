import type { Change, Slot, SlotState } from './model';

/** A change as the server has it: `seq` is its place in the order of receipt, `late` that it came after the deadline. */
export type ReceivedChange = Change & Readonly<{ seq: number; late: boolean }>;

/** What stands at a slot before anything was done there. */
export function emptySlot(slot: Slot): SlotState {
  return {
    slot,
    chosen: null,
    confidence: null,
    struck: [],
    flagged: false,
    highlights: [],
    note: '',
    spentMs: 0,
    revealed: false,
    late: false,
  };
}

/**
 * What stands at a slot after all these changes; those of other slots are passed over. Of what was chosen, how sure,
 * flagged, highlighted and noted, and for each option whether it is struck, the change with the greatest revision
 * stands, of equals that with the greatest id. Times add up. The order in which changes are given and copies of one
 * make no difference; where copies differ, the first received is the change.
 * A reveal is decided by receipt: what was chosen or said of confidence in changes received after it counts for nothing,
 * whatever its revision, because the answer had been told.
 */
export function foldChanges(slot: Slot, changes: readonly ReceivedChange[]): SlotState {
  const own = withoutCopies(changes.filter((change) => change.slot === slot));
  const revealedAt = Math.min(...own.flatMap(({ kind, seq }) => (kind === 'reveal' ? [seq] : [])));
  const counting = own
    .filter(({ kind, seq }) => kind !== 'reveal' && (!isAnswer(kind) || seq < revealedAt))
    .sort(comparePlaces);
  const choice = counting.findLast(({ kind }) => kind === 'choose');
  const state = counting.reduce(laidOver, emptySlot(slot));
  return {
    ...state,
    revealed: Number.isFinite(revealedAt),
    late: state.chosen !== null && (choice?.late ?? false),
  };
}

/** What stands at each of an attempt's slots, in order. */
export function foldAttempt(size: number, changes: readonly ReceivedChange[]): readonly SlotState[] {
  const bySlot: ReceivedChange[][] = Array.from({ length: size }, () => []);
  for (const change of changes) bySlot[change.slot]?.push(change);
  return bySlot.map((own, slot) => foldChanges(slot, own));
}

/**
 * What a browser shows while changes wait to be received: the state the server told, with changes newer than everything
 * in it laid over, in the order of their revisions. Says what the server will say once it has received them all in time
 * and in that order.
 */
export function withPending(state: SlotState, pending: readonly Change[]): SlotState {
  return pending
    .filter(({ slot }) => slot === state.slot)
    .toSorted(comparePlaces)
    .reduce(laidOver, state);
}

function laidOver(state: SlotState, change: Change): SlotState {
  if (state.revealed && isAnswer(change.kind)) return state;
  switch (change.kind) {
    case 'choose':
      return { ...state, chosen: change.option, late: false };
    case 'confidence':
      return { ...state, confidence: change.confidence };
    case 'strike': {
      const others = state.struck.filter((option) => option !== change.option);
      return { ...state, struck: change.struck ? [...others, change.option].sort() : others };
    }
    case 'flag':
      return { ...state, flagged: change.flagged };
    case 'highlight':
      return { ...state, highlights: change.ranges };
    case 'note':
      return { ...state, note: change.text };
    case 'spent':
      return { ...state, spentMs: state.spentMs + change.ms };
    case 'reveal':
      return { ...state, revealed: true };
  }
}

/** What a reveal closes: the rest may still be marked, noted and ruled out. */
function isAnswer(kind: Change['kind']): boolean {
  return kind === 'choose' || kind === 'confidence';
}

/** By revision, then by id compared as code units: the same order in every browser and on the server. */
function comparePlaces(left: Change, right: Change): number {
  if (left.rev !== right.rev) return left.rev - right.rev;
  if (left.id === right.id) return 0;
  return left.id < right.id ? -1 : 1;
}

/** Each id once, as it was first received. */
function withoutCopies(changes: readonly ReceivedChange[]): readonly ReceivedChange[] {
  const first = new Map<string, ReceivedChange>();
  for (const change of changes) {
    const known = first.get(change.id);
    if (known === undefined || change.seq < known.seq) first.set(change.id, change);
  }
  return [...first.values()];
}
