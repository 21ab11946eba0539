import type { StudyDay } from '@/lib/scheduling/model';
import type { Session } from '@/lib/scheduling/session-model';
import type { Sitting } from '@/lib/scheduling/sitting';
import { studyDayStartsAt } from '@/lib/scheduling/study-day';

/** How many cards this sitting has laid on the next study day. */
export function laidOnTomorrow({ board }: Session, { day, tz, params }: Sitting): number {
  const startsAt = studyDayStartsAt((day + 1) as StudyDay, tz, params.dayStartHour);
  const endsAt = studyDayStartsAt((day + 2) as StudyDay, tz, params.dayStartHour);
  return [...board.learning, ...board.putAway].filter(({ state: { memory, suspended } }) => {
    return !suspended && memory.kind === 'scheduled' && memory.dueAt >= startsAt && memory.dueAt < endsAt;
  }).length;
}
