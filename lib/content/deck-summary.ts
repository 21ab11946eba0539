import type { CardUid } from '@/lib/base/ids';
import type { Section } from './model';

/** A deck in the list of decks, with what this learner has made of it. All counts are of cards not retired. */
export type DeckSummary = Readonly<{
  slug: string;
  title: string;
  description: string;
  language: string;
  cards: number;
  /** Cards this learner has met. */
  met: number;
  /** Cards of this deck due on the learner's present study day (learning and review). */
  due: number;
  /** Whether the deck feeds new cards to this learner. */
  enrolled: boolean;
}>;

/** A deck opened as a chapter: its notes and the questions that stand in each section. */
export type DeckChapter = Readonly<{
  summary: DeckSummary;
  notesHtml: string;
  sections: readonly Section[];
  cards: readonly ChapterCard[];
}>;

export type ChapterCard = Readonly<{
  uid: CardUid;
  unit: string;
  frontText: string;
  /** Slug of the section that holds the card; null before the first heading. */
  section: string | null;
  /** Where the learner stands with it. */
  standing: 'new' | 'learning' | 'review' | 'suspended';
}>;
