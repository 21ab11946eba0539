/** What one kind of block says about one of its cards. */
export type CardFaces = Readonly<{
  /** The part of the key behind the unit: `fwd`, `rev`, `c1`. */
  variant: string;
  frontHtml: string;
  backHtml: string;
  extraHtml: string | null;
  frontText: string;
  /** What is to be remembered, as plain text. */
  answer: string;
  accept: readonly string[] | null;
}>;
