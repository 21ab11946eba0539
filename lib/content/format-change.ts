/** One thing that formatting did to a file. */
export type FormatChange =
  /** An id was minted for a block, or for a part of one that has cards of its own. */
  | Readonly<{ kind: 'id'; id: string }>
  /** A blank between the kind of a block and its braces was taken out: `:::qa {#a}`. */
  | Readonly<{ kind: 'head' }>
  /** An empty line was put around a `---`, or between a table and the colons under it. */
  | Readonly<{ kind: 'empty-line' }>
  /** No-break or zero-width characters, or several blanks between two words, became one blank or none. */
  | Readonly<{ kind: 'blanks' }>
  /** The last line was ended. */
  | Readonly<{ kind: 'last-line' }>;
