/** A phrase found in a text, as written, and where, in UTF-16 units. */
export type FoundPhrase = Readonly<{ text: string; start: number; end: number }>;

/**
 * Finds the given words and phrases, which begin and end with a letter or digit of ASCII, wherever they stand whole, in
 * either case, in the order of the text. Of phrases that begin at one place the longest is found. A blank in a phrase
 * matches one blank or line end.
 */
export function phraseFinder(phrases: readonly string[]): (text: string) => readonly FoundPhrase[] {
  const pattern = new RegExp(String.raw`\b(?:${alternativesOf(phrases)})\b`, 'gi');
  return (text) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      text: found,
      start: index,
      end: index + found.length,
    }));
}

/** The source of a regular expression that matches any of the phrases, the longest first. */
export function alternativesOf(phrases: readonly string[]): string {
  return [...phrases]
    .sort((a, b) => b.length - a.length)
    .map(patternOf)
    .join('|');
}

function patternOf(phrase: string): string {
  return phrase.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/ /g, '\\s');
}
