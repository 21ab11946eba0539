import { describe, expect, it } from 'vitest';
import type { CardUid } from '@/lib/base/ids';
import type { ChapterCard } from '@/lib/content/deck-summary';
import { questionsBySection } from './section-questions';

describe('the questions of a chapter', () => {
  it('stand under their section, siblings together, in the order of the deck', () => {
    const cards = [card('tone', 'b'), card('triad', 'b'), card('tone', 'b'), card('lead', null)];
    const questions = questionsBySection(cards);
    expect([...questions.keys()]).toEqual(['b', null]);
    expect(questions.get('b')?.map(({ unit, cards: own }) => [unit, own.length])).toEqual([
      ['tone', 2],
      ['triad', 1],
    ]);
  });
});

function card(unit: string, section: string | null): ChapterCard {
  return { uid: unit as CardUid, unit, section, frontText: `${unit}?`, standing: 'new' };
}
