import type { CardUid, ItemUid } from '@/lib/base/ids';
import { answerKeys } from '@/lib/db/answer-keys';
import { conceptStates } from '@/lib/db/concept-states';
import { type PastShowing, pastShowings } from '@/lib/db/item-history';
import { bankItems } from '@/lib/db/items';
import type { Learner } from '@/lib/db/learners';
import type { PaperItem } from '@/lib/quiz/build-paper';
import type { CardState, StudyDay } from '@/lib/scheduling/model';
import { studyDayOf, studyDayStartsAt } from '@/lib/scheduling/study-day';
import type { Ctx } from '../ctx';

/** An item that stands, as papers are built from it. */
export type LearnersItem = PaperItem &
  Readonly<{
    /** Whether an exam asks its concept which still runs: another case of it, explained, would tell the key. */
    held: boolean;
  }>;

/**
 * All that a learner may be asked now, and where each item stands with them on the study day of `now`. Exams whose time
 * is up should have been ended before.
 */
export async function loadBank(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  learner: Learner,
): Promise<readonly LearnersItem[]> {
  const { id: learnerId, tz, params } = learner;
  const day = studyDayOf(now, tz, params.dayStartHour);
  const startsAt = studyDayStartsAt(day, tz, params.dayStartHour);
  const endsAt = studyDayStartsAt((day + 1) as StudyDay, tz, params.dayStartHour);
  const [standing, past] = await Promise.all([
    bankItems(db.read, { learnerId }),
    pastShowings(db.read, learnerId),
  ]);
  const numbers = numbered(standing.map(({ concept }) => concept.uid));
  const states = await conceptStates(db.read, learnerId, [...numbers.keys()]);
  const missed = await missedItems(db, past);
  const seenAt = new Map(past.map(({ itemUid, shownAt }) => [itemUid, shownAt]));
  const exposures = counted(past.map(({ conceptUid }) => conceptUid));
  const flags = new Map(
    past.flatMap(({ itemUid, flagged }) => (flagged === null ? [] : [[itemUid, flagged]])),
  );
  const shownToday = new Set(
    past.filter(({ shownAt }) => shownAt >= startsAt).map(({ conceptUid }) => conceptUid),
  );
  const held = new Set(
    past.flatMap(({ mode, finished, conceptUid }) => (mode === 'exam' && !finished ? [conceptUid] : [])),
  );
  const isDue = (state: CardState | undefined) =>
    state !== undefined &&
    !state.suspended &&
    state.memory.kind === 'scheduled' &&
    state.memory.dueAt < endsAt;
  return standing.map((item): LearnersItem => {
    const { uid, version, deck, objectives, position } = item;
    const conceptUid = item.concept.uid;
    const state = states.get(conceptUid);
    const ratedToday = state?.memory.kind === 'scheduled' && state.memory.lastDay === day;
    return {
      uid,
      version,
      deck,
      objectives,
      position,
      conceptUid,
      concept: numbers.get(conceptUid) ?? 0,
      setName: item.set,
      seen: seenAt.has(uid),
      lastSeenAt: seenAt.get(uid) ?? null,
      exposures: exposures.get(conceptUid) ?? 0,
      missed: missed.has(uid),
      flagged: flags.get(uid) ?? false,
      due: isDue(state),
      rests: ratedToday || shownToday.has(conceptUid) || held.has(conceptUid),
      held: held.has(conceptUid),
    };
  });
}

/** Items of which the last answer that counts was wrong or left out, by the key that counts now. */
async function missedItems(db: Ctx['db'], past: readonly PastShowing[]): Promise<ReadonlySet<ItemUid>> {
  const counting = past.filter(({ finished, revealed }) => finished || revealed);
  const last = [...new Map(counting.map((showing) => [showing.itemUid, showing])).values()];
  const keys = new Map((await answerKeys(db.read, last)).map((key) => [key.itemUid, key.accepted]));
  const isMissed = ({ itemUid, chosen }: PastShowing) => {
    const accepted = keys.get(itemUid) ?? [];
    // Without a key it was voided, and nobody missed it.
    return accepted.length > 0 && (chosen === null || !accepted.includes(chosen));
  };
  return new Set(last.filter(isMissed).map(({ itemUid }) => itemUid));
}

/** Each once, with its place among them. */
function numbered(uids: readonly CardUid[]): ReadonlyMap<CardUid, number> {
  return new Map([...new Set(uids)].map((uid, index) => [uid, index]));
}

function counted(uids: readonly CardUid[]): ReadonlyMap<CardUid, number> {
  const counts = new Map<CardUid, number>();
  for (const uid of uids) counts.set(uid, (counts.get(uid) ?? 0) + 1);
  return counts;
}
