/** A phrase found in a text, as written, and where, in UTF-16 units. */
export type FoundPhrase = Readonly<{ text: string; start: number; end: number }>;

/**
 * Finds the given words and phrases wherever they stand whole, in either case, in the order of the text. Of phrases
 * that begin at one place the longest is found. Blanks in a phrase match one blank or line end.
 */
export function phraseFinder(phrases: readonly string[]): (text: string) => readonly FoundPhrase[] {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternativesOf(phrases)})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      text: found,
      start: index,
      end: index + found.length,
    }));
}

/** The source of a regular expression (with the flag `u`) that matches any of the phrases, the longest first. */
export function alternativesOf(phrases: readonly string[]): string {
  return [...phrases]
    .sort((a, b) => b.length - a.length)
    .map(patternOf)
    .join('|');
}

function patternOf(phrase: string): string {
  return phrase.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/ /g, '\\s');
}
