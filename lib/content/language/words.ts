/** A word of a text: its letters and digits in lower case (NFC), and where it stands, in UTF-16 units. */
export type Word = Readonly<{ text: string; start: number; end: number }>;

/**
 * The words of a text in the order written: runs of letters and digits, so that `vaccine-derived` is two words and
 * `SMN1` is one.
 */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const { 0: found, index } of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu))
    words.push({ text: found.toLowerCase().normalize('NFC'), start: index, end: index + found.length });
  return words;
}

/** How many words a reader counts: what stands between blanks and holds a letter or digit, so `96/mm³` is one. */
export function wordCount(text: string): number {
  return runningWords(text).length;
}

/** What stands between blanks and holds a letter or digit, as written. */
export function runningWords(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => /\w/.test(word) || /[\p{L}\p{N}]/u.test(word));
}
