import { describe, expect, it } from 'vitest';
import type { CardUid, EventId, LearnerId } from '@/lib/base/ids';
import { DEFAULT_PARAMS } from '@/lib/scheduling/fsrs';
import { type Grade, NEW_CARD } from '@/lib/scheduling/model';
import { reduceSession, startSession } from '@/lib/scheduling/session';
import type { Session } from '@/lib/scheduling/session-model';
import type { Sitting } from '@/lib/scheduling/sitting';
import { studyDayOf } from '@/lib/scheduling/study-day';
import { laidOnTomorrow } from './due-tomorrow';

const at = Date.UTC(2026, 2, 4, 12);
/** One learning step, so that Good ends the day for a card. */
const params = { ...DEFAULT_PARAMS, learningStepsMinutes: [1] };
const sitting: Sitting = {
  learnerId: 'learner' as LearnerId,
  params,
  tz: 'UTC',
  builtAt: at,
  day: studyDayOf(at, 'UTC', params.dayStartHour),
  cards: ['a', 'b'].map((name) => ({
    uid: name as CardUid,
    siblings: name,
    queue: 'new',
    state: NEW_CARD,
    version: 1,
  })),
  remaining: { learning: 0, review: 0, new: 2 },
  resting: 0,
};

describe('what a sitting leaves for tomorrow', () => {
  it('counts nothing before an answer', () => {
    expect(laidOnTomorrow(start(), sitting)).toBe(0);
  });

  it('counts a card exactly when its interval is one day', () => {
    for (const grade of [2, 3, 4] as const) {
      const shown = start();
      const days =
        shown.screen.kind === 'front' ? shown.screen.showing.previews[grade].placedDays : undefined;
      expect(laidOnTomorrow(answered(shown, grade), sitting)).toBe(days === 1 ? 1 : 0);
    }
  });

  it('does not count a card that comes back today', () => {
    expect(laidOnTomorrow(answered(start(), 1), sitting)).toBe(0);
  });
});

function start(): Session {
  return startSession(sitting, { at, tz: 'UTC', nextPresentationId: 'p0' });
}

function answered(session: Session, grade: Grade): Session {
  const now = { at: at + 5000, tz: 'UTC' };
  const back = reduceSession(session, { type: 'reveal', ...now });
  const eventId = '0197a000-0000-7000-8000-000000000001' as EventId;
  return reduceSession(back, { type: 'grade', grade, eventId, nextPresentationId: 'p1', ...now });
}
