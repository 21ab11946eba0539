import type { DeckFacts } from '../parse/facts';

/** Whether a deck is written in English, the only language whose words the rules know; one that does not say is. */
export function isEnglish(deck: DeckFacts): boolean {
  return /^en(?:-|$)/i.test(deck.info?.language ?? 'en');
}
