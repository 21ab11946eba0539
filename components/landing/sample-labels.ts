import type { CardUid, LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import { DEFAULT_PARAMS } from '@/lib/scheduling/fsrs';
import { type IntervalLabel, intervalLabel } from '@/lib/scheduling/interval-label';
import { type Grade, NEW_CARD } from '@/lib/scheduling/model';
import { previewOutcomes } from '@/lib/scheduling/preview';

/** Nobody's memory of the sample: any identity does, since it is never answered for good. */
const VISITOR = { learnerId: 'visitor' as LearnerId, cardUid: 'sample' as CardUid };

/** When the sample card would return after each grade: the real scheduler's word on a new card. */
export function sampleLabels(at: Instant): Readonly<Record<Grade, IntervalLabel>> {
  const outcomes = previewOutcomes(NEW_CARD, { at, tz: 'UTC' }, DEFAULT_PARAMS, VISITOR);
  const label = (grade: Grade) => intervalLabel(outcomes[grade], at);
  return { 1: label(1), 2: label(2), 3: label(3), 4: label(4) };
}
