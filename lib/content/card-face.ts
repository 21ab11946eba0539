/** What a learner sees of one card: safe HTML and where it stands in the notes. */
export type CardFace = Readonly<{
  deck: string;
  deckTitle: string;
  language: string;
  kind: 'qa' | 'cloze' | 'table' | 'figure';
  /** Where the notes speak of it: `/decks/<deck>#<section>`; null before the first heading. */
  section: string | null;
  unit: string;
  frontHtml: string;
  backHtml: string;
  extraHtml: string | null;
  /** Non-null when the answer is to be typed: the spellings that count as right. */
  accept: readonly string[] | null;
  sources: readonly CitedSource[];
}>;

/** A source as it is printed under an answer. */
export type CitedSource = Readonly<{
  title: string;
  year: number | null;
  locator: string | null;
  url: string | null;
}>;
