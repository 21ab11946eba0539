/** `deck/unit`, or less where not all cards of a unit are siblings: the same for cards that are siblings of each other. */
type Sibling = Readonly<{ siblings: string }>;

/**
 * The cards whose siblings are not taken, the first of each: a sibling seen on the same day would give the answer away.
 * Takes the siblings of what it returns, so that one set serves queue after queue, the more urgent first.
 */
export function oneOfSiblings<C extends Sibling>(cards: readonly C[], taken: Set<string>): readonly C[] {
  return cards.filter(({ siblings }) => !taken.has(siblings) && taken.add(siblings));
}
