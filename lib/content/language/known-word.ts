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
  /** Bits of `HOLDS` that a passage has by this word. */
  gives: number;
}>;
