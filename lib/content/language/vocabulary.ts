import { isStopWord } from './content-words';
import { stemOf } from './stem';

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
  readonly #known = new Map<string, KnownWord>();

  /**
   * The words of a plain text in reading order: those of `wordsOf`, without their places. A deck of thousands of cards
   * is read word by word, and this takes a fifth of the time.
   */
  wordsIn(text: string): readonly KnownWord[] {
    const lower = (BEYOND_LATIN.test(text) ? text.normalize('NFC') : text).toLowerCase();
    const words: KnownWord[] = [];
    let start = -1;
    for (let at = 0; at < lower.length; at += 1) {
      const unit = lower.charCodeAt(at);
      const isWord = unit < 0x80 ? isAsciiWordUnit(unit) : isWordUnit(lower, at, start >= 0);
      if (isWord) {
        if (start < 0) start = at;
      } else if (start >= 0) {
        words.push(this.#word(lower.slice(start, at)));
        start = -1;
      }
    }
    if (start >= 0) words.push(this.#word(lower.slice(start)));
    return words;
  }

  #word(text: string): KnownWord {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const meaningful = text.length > 1 && !isStopWord(text);
    const word: KnownWord = {
      text,
      stem: stemOf(text),
      numeric: /\p{Number}/u.test(text),
      meaningful,
      content: meaningful && text.length >= 5 && /^\p{Letter}/u.test(text),
      hash: hashOf(text),
      index: this.#known.size,
    };
    this.#known.set(text, word);
    return word;
  }
}

/** FNV-1a over UTF-16 units (Fowler, Noll and Vo): spreads short words well enough to be looked up by. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Only beyond Latin-1 can letters stand decomposed. */
const BEYOND_LATIN = /[^\0-\xff]/;

function isAsciiWordUnit(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

const LETTER = /[\p{Letter}\p{Number}]/u;
const MARK = /\p{Mark}/u;

/** Both halves of a pair are judged as the character they make, so that no word is cut through one. */
function isWordUnit(text: string, at: number, inWord: boolean): boolean {
  const unit = text.charCodeAt(at);
  const isSecondHalf = unit >= 0xdc00 && unit <= 0xdfff && at > 0;
  const character = String.fromCodePoint(text.codePointAt(isSecondHalf ? at - 1 : at) ?? unit);
  return LETTER.test(character) || (inWord && MARK.test(character));
}
