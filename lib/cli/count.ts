/** A number with its noun, in the plural unless there is one: `1 deck`, `2 decks`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
