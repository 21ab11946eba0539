import { describe, expect, it } from 'vitest';
import type { CardUid, LearnerId } from '@/lib/base/ids';
import { DEFAULT_PARAMS } from '@/lib/scheduling/fsrs';
import { NEW_CARD, type StudyDay } from '@/lib/scheduling/model';
import { startSession } from '@/lib/scheduling/session';
import type { QueuedCard, Sitting } from '@/lib/scheduling/sitting';
import { excluded, withoutUnsaved } from './more-cards';

const at = Date.UTC(2026, 2, 4, 12);

describe('a sitting that was planned before all answers arrived', () => {
  it('asks no card again whose answer is still on its way', () => {
    const sitting = sittingOf(['a', 'b', 'c']);
    const { cards, remaining } = withoutUnsaved(sitting, new Set([uid('b')]));
    expect(cards.map((card) => card.uid)).toEqual([uid('a'), uid('c')]);
    expect(remaining).toEqual({ learning: 0, review: 0, new: 9 });
    expect(sitting.remaining.new).toBe(10);
  });
});

describe('fetching more cards', () => {
  it('leaves out the cards still to be asked and those with unsaved answers, each once', () => {
    const start = { at, tz: 'UTC', nextPresentationId: 'first' };
    const session = startSession(sittingOf(['a', 'b']), start);
    const uids = excluded(session, new Set([uid('b'), uid('z')]));
    expect([...uids].sort()).toEqual([uid('a'), uid('b'), uid('z')]);
  });
});

function sittingOf(names: readonly string[]): Sitting {
  return {
    learnerId: 'learner' as LearnerId,
    params: DEFAULT_PARAMS,
    tz: 'UTC',
    builtAt: at,
    day: 20516 as StudyDay,
    cards: names.map(newCard),
    remaining: { learning: 0, review: 0, new: 10 },
    resting: 0,
  };
}

function newCard(name: string): QueuedCard {
  return { uid: uid(name), siblings: `deck/${name}`, queue: 'new', state: NEW_CARD, version: 1 };
}

function uid(name: string): CardUid {
  return name as CardUid;
}
