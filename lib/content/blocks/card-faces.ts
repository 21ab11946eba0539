/** What one kind of block says about one of its cards. */
export type CardFaces = Readonly<{
  /** The part of the key behind the unit: `fwd`, `rev`, `c1`, `r.tone.c.lmn`, `m.pons`. */
  variant: string;
  /** Variants under which it was published before, newest first. */
  formerVariants: readonly string[];
  /** What it shares with its siblings, within the unit; null where all cards of the unit are siblings. */
  siblings: string | null;
  frontHtml: string;
  backHtml: string;
  extraHtml: string | null;
  frontText: string;
  /** What is to be remembered, as plain text. */
  answer: string;
  accept: readonly string[] | null;
}>;
