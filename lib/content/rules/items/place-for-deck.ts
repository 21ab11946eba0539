import type { DeckFacts, FileFacts } from '../../parse/facts';
import type { Span } from '../../parse/span';
import type { ItemText } from './items-of';

/** Where a problem of all items of a deck together is told: at its title, or at the first item where it has none. */
export function placeForDeck(
  deck: DeckFacts,
  items: readonly ItemText[],
): Readonly<{ file: FileFacts; span: Span }> | null {
  if (deck.deckFile !== null) return { file: deck.deckFile, span: deck.spanInFrontMatter(['title']) };
  const first = items[0];
  return first === undefined ? null : { file: first.file, span: first.item.block.head.nameSpan };
}
