import type { Word } from './words';

/** Where a sentence stands, in UTF-16 units, without blanks around it. */
export type Sentence = Pick<Word, 'start' | 'end'>;

/**
 * The sentences of a text. One ends with `.`, `?` or `!` (and what closes a quotation) before a blank that a capital, a
 * digit or an opening mark follows, or at a line end: so `39.1`, `e.g. this` and `vs. that` divide nothing.
 */
export function sentencesOf(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const close = (end: number) => {
    const sentence = trimmed(text, start, end);
    if (sentence.start < sentence.end) found.push(sentence);
    start = end;
  };
  for (const { 0: mark, index } of text.matchAll(/\n|[.?!]['"”’)\]]{0,3}(?=\s)/gu))
    if (mark === '\n' || startsSentence(text, index + mark.length)) close(index + mark.length);
  close(text.length);
  return found;
}

/** Looks past a few blanks only: more of them are a fault of the text, told by another rule. */
function startsSentence(text: string, at: number): boolean {
  return /^\s{1,8}[\p{Lu}\p{N}"'“‘(]/u.test(text.slice(at, at + 10));
}

function trimmed(text: string, from: number, to: number): Sentence {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
