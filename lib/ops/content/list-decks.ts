import type { DeckSummary } from '@/lib/content/deck-summary';
import { deckSummaries } from '@/lib/db/decks';
import { findLearner } from '@/lib/db/learners';
import type { StudyDay } from '@/lib/scheduling/model';
import { studyDayOf, studyDayStartsAt } from '@/lib/scheduling/study-day';
import type { Ctx } from '../ctx';

/** The decks that stand, in order; with the learner's own counts when a learner asks. Anyone may. */
export async function listDecks({ db, actor, now }: Ctx): Promise<readonly DeckSummary[]> {
  const learner = actor.kind === 'learner' ? await findLearner(db.read, actor.learnerId) : null;
  if (learner === null) return deckSummaries(db.read, { learnerId: null, dueBefore: now });
  const { id, tz, params } = learner;
  const tomorrow = (studyDayOf(now, tz, params.dayStartHour) + 1) as StudyDay;
  const dueBefore = studyDayStartsAt(tomorrow, tz, params.dayStartHour);
  return deckSummaries(db.read, { learnerId: id, dueBefore });
}
