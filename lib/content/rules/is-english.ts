import type { DeckFacts } from '../parse/facts';

/** Whether a deck is written in English, the language whose words the lexical rules know. */
export function isEnglish(deck: DeckFacts): boolean {
  const language = deck.info?.language ?? 'en';
  return language === 'en' || language.startsWith('en-');
}
