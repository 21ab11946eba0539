import { isStopWord } from './content-words';
import type { KnownWord } from './known-word';
import { HOLDS, Passage } from './passage';
import { stemOf } from './stem';
import { wordsOf } from './words';

/** The words met so far. One vocabulary serves all texts that are compared with each other. */
export class Vocabulary {
  readonly #byText = new Map<string, KnownWord>();
  /** By their numbers. */
  readonly #words: KnownWord[] = [];
  /** At the place that the last bits of its hash give, or soon behind, one more than a word's number; 0 where none is. */
  #places = new Int32Array(FEWEST_PLACES);
  /** Where the words of a text are gathered, so that a list is made once and of the right length. */
  readonly #reading: KnownWord[] = [];
  /** Bits of `HOLDS` of the text read last. */
  #held = 0;

  /** A plain text, which stands at the span given, with its words. */
  read(text: string, start: number, end: number): Passage {
    const words = this.wordsIn(text);
    return new Passage(text, words, this.#held, start, end);
  }

  /**
   * The words of a plain text in reading order: those of `wordsOf`, without their places. Plain English is hashed while
   * it is read and looked up by number, with no piece of it cut out: twice as fast as cutting it up, over the 100,000
   * words of a large deck. What stands beyond ASCII, but for dashes and quotation marks, takes the ordinary way.
   */
  wordsIn(text: string): readonly KnownWord[] {
    const words = this.#reading;
    let count = 0;
    let start = 0;
    let hash = BASIS;
    let held = 0;
    for (let at = 0; at <= text.length; at += 1) {
      const unit = at < text.length ? text.charCodeAt(at) : BLANK;
      if (unit >= 0x80 && !isMark(unit)) return this.#wordsBeyond(text);
      const lower = unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
      if ((lower >= 0x61 && lower <= 0x7a) || (lower >= 0x30 && lower <= 0x39))
        hash = Math.imul(hash ^ lower, PRIME);
      else {
        if (unit > BLANK && unit < 0x40) held |= SIGNS[unit] ?? 0;
        if (at > start) {
          const word = this.#find(text, start, at, hash);
          held |= word.gives;
          words[count++] = word;
        }
        start = at + 1;
        hash = BASIS;
      }
    }
    this.#held = held;
    return words.slice(0, count);
  }

  /** Signs beyond ASCII are not looked for: such a text may hold any. */
  #wordsBeyond(text: string): readonly KnownWord[] {
    const words = wordsOf(text).map((word) => this.#word(word.text));
    this.#held = words.reduce((held, word) => held | word.gives, ANY_SIGN);
    return words;
  }

  #find(text: string, start: number, end: number, hash: number): KnownWord {
    const places = this.#places;
    for (let step = 0; step < STEPS; step += 1) {
      const place = places[(hash + step) & (places.length - 1)] as number;
      if (place === 0) break;
      const word = this.#words[place - 1] as KnownWord;
      if (word.hash === hash && isAt(text, start, end, word.text)) return word;
    }
    return this.#word(text.slice(start, end).toLowerCase());
  }

  /** At most half of the places are taken, so that few words are met before the one that is looked for. */
  #place(word: KnownWord): void {
    this.#words.push(word);
    if (this.#words.length * 2 > this.#places.length) {
      this.#places = new Int32Array(this.#places.length * 4);
      for (const known of this.#words) this.#put(known);
    } else this.#put(word);
  }

  /** A word for which the next few places are taken gets none: it is found by its text. */
  #put({ hash, index }: KnownWord): void {
    const places = this.#places;
    for (let step = 0; step < STEPS; step += 1) {
      const at = (hash + step) & (places.length - 1);
      if (places[at] !== 0) continue;
      places[at] = index + 1;
      return;
    }
  }

  #word(text: string): KnownWord {
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    const hash = hashOf(text);
    const numeric = /\p{Number}/u.test(text);
    const meaningful = text.length > 1 && !isStopWord(text);
    const word: KnownWord = {
      text,
      stem: numeric ? text : stemOf(text),
      numeric,
      meaningful,
      content: meaningful && text.length >= 5 && /^\p{Letter}/u.test(text),
      hash,
      index: this.#words.length,
      gives: (numeric ? HOLDS.number : 0) | (text === 'and' ? HOLDS.and : 0) | (text === 'or' ? HOLDS.or : 0),
    };
    this.#byText.set(text, word);
    this.#place(word);
    return word;
  }
}

/** A power of two, so that a hash is cut to a place by its last bits. */
const FEWEST_PLACES = 1 << 10;
/** Places that are looked at for a word: hostile words may all have hashes that end alike. */
const STEPS = 8;

const BLANK = 0x20;
/** By their units, what signs of ASCII are in `HOLDS`. */
const SIGNS = new Uint8Array(0x40);
for (const [sign, bit] of [
  ['.', HOLDS.stop],
  ['!', HOLDS.stop],
  ['?', HOLDS.question],
  [',', HOLDS.comma],
  [';', HOLDS.semicolon],
  [':', HOLDS.colon],
] as const)
  SIGNS[sign.charCodeAt(0)] = bit;
const ANY_SIGN = HOLDS.stop | HOLDS.question | HOLDS.comma | HOLDS.semicolon | HOLDS.colon;
const BASIS = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** FNV-1a over UTF-16 units (Fowler, Noll and Vo): spreads short words well enough to be looked up by. */
function hashOf(text: string): number {
  let hash = BASIS;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
}

/** Whether a lower-case word stands there, in whatever case. */
function isAt(text: string, start: number, end: number, word: string): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at += 1) {
    const unit = text.charCodeAt(start + at);
    if ((unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit) !== word.charCodeAt(at)) return false;
  }
  return true;
}

/** Hyphens, dashes, quotation marks and the ellipsis, which divide words as blanks do, and the no-break space. */
function isMark(unit: number): boolean {
  return (unit >= 0x2010 && unit <= 0x2026) || unit === 0xa0;
}
