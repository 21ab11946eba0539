import { isStopWord } from './content-words';
import { stemOf } from './stem';
import { wordsOf } from './words';

/**
 * A word as the rules on cards see it. One spelling is one object in one vocabulary, so that words are compared as
 * references and what is known of a word is worked out once, however often it stands in a deck.
 */
export type KnownWord = Readonly<{
  /** Lower case, composed (NFC). */
  text: string;
  stem: string;
  /** Holds a digit: `12`, `c5`, `smn1`. */
  numeric: boolean;
  /** Carries meaning by itself, whatever its length: more than one letter, and not in the stop list. */
  meaningful: boolean;
  /** What the catalogue of rules calls a content word. */
  content: boolean;
  /** 32 bits of the spelling (FNV-1a), the same in every vocabulary. */
  hash: number;
  /** 0-based number of the word in its vocabulary. */
  index: number;
}>;

/** The words met so far. One vocabulary serves all texts that are compared with each other. */
export class Vocabulary {
  readonly #byText = new Map<string, KnownWord>();
  /** Of the few words that share a hash, the first. */
  readonly #byHash = new Map<number, KnownWord>();
  /** Where the words of a text are gathered, so that a list is made once and of the right length. */
  readonly #reading: KnownWord[] = [];

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
    for (let at = 0; at <= text.length; at += 1) {
      const unit = at < text.length ? text.charCodeAt(at) : BLANK;
      if (unit >= 0x80 && !isMark(unit)) return wordsOf(text).map((word) => this.#word(word.text));
      const lower = unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit;
      if ((lower >= 0x61 && lower <= 0x7a) || (lower >= 0x30 && lower <= 0x39))
        hash = Math.imul(hash ^ lower, PRIME);
      else {
        if (at > start) words[count++] = this.#find(text, start, at, hash);
        start = at + 1;
        hash = BASIS;
      }
    }
    return words.slice(0, count);
  }

  #find(text: string, start: number, end: number, hash: number): KnownWord {
    const known = this.#byHash.get(hash);
    if (known !== undefined && isAt(text, start, end, known.text)) return known;
    return this.#word(text.slice(start, end).toLowerCase());
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
      index: this.#byText.size,
    };
    this.#byText.set(text, word);
    if (!this.#byHash.has(hash)) this.#byHash.set(hash, word);
    return word;
  }
}

const BLANK = 0x20;
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
