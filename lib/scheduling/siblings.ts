/** What is needed to know a card's siblings: `deck/unit`, the same for every card made from one unit. */
type InUnit = Readonly<{ unit: string }>;

/**
 * The cards whose unit is not taken, the first of each unit: a sibling seen on the same day would give the answer
 * away. Takes the units of what it returns, so that one set serves queue after queue, the more urgent first.
 */
export function onePerUnit<C extends InUnit>(cards: readonly C[], takenUnits: Set<string>): readonly C[] {
  return cards.filter(({ unit }) => !takenUnits.has(unit) && takenUnits.add(unit));
}
