import type { Span } from '../parse/span';
import type { KnownWord } from './known-word';

/** What a passage may hold, as bits. A rule asks for one of them before it looks at text or words: most passages lack it. */
export const HOLDS = {
  /** A word with a digit in it. */
  number: 1,
  /** The word `and`, and the word `or`. */
  and: 2,
  or: 4,
  /** Signs: `.` or `!`; `?`; `,`; `;`; `:`. */
  stop: 8,
  question: 16,
  comma: 32,
  semicolon: 64,
  colon: 128,
} as const;

/** A stretch of a unit as a learner reads it. */
export class Passage {
  constructor(
    /** Without markup, blanks collapsed. */
    readonly text: string,
    readonly words: readonly KnownWord[],
    /** Bits of `HOLDS`. */
    private readonly held: number,
    private readonly start: number,
    private readonly end: number,
  ) {}

  /** Where it stands: its blocks, a deletion, or the value of an attribute. */
  get span(): Span {
    return { start: this.start, end: this.end };
  }

  /** False where none of these bits of `HOLDS` is in the passage. */
  mayHold(bits: number): boolean {
    return (this.held & bits) !== 0;
  }

  /** This passage and another one as one, at the place of this; a semicolon divides them. */
  with(other: Passage): Passage {
    return new Passage(
      `${this.text}; ${other.text}`,
      [...this.words, ...other.words],
      this.held | other.held | HOLDS.semicolon,
      this.start,
      this.end,
    );
  }
}
