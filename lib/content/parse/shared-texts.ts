/**
 * Pieces of a text, each as one string as long as it comes again soon: the heads of a deck's blocks name the same few
 * sources, objectives and tags. A string that is met again costs nothing to keep, to look up and to compare.
 */
export class SharedTexts {
  readonly #kept: string[] = new Array<string>(PLACES).fill('');

  /** What `text.slice(start, end)` gives. */
  cut(text: string, start: number, end: number): string {
    const length = end - start;
    if (length < 1 || length > LONGEST) return text.slice(start, end);
    const [first, last] = [text.charCodeAt(start), text.charCodeAt(end - 1)];
    const place = (first + last * 7 + length * 31) % PLACES;
    const kept = this.#kept[place] as string;
    if (kept.length === length && text.startsWith(kept, start)) return kept;
    const piece = text.slice(start, end);
    this.#kept[place] = piece;
    return piece;
  }
}

const PLACES = 127;
/** What is longer is a sentence, and stands nowhere else. */
const LONGEST = 40;
