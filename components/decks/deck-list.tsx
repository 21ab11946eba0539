import type { ReactNode } from 'react';
import { counted } from '@/components/ui/quantity';
import type { DeckSummary } from '@/lib/content/deck-summary';
import { DeckProgress } from './deck-progress';

type DeckListProps = Readonly<{
  decks: readonly DeckSummary[];
  /** Whether the reader studies here: only then are there counts of their own. */
  learner: boolean;
  /** Makes the title a link; the whole row follows it. */
  linkTo: (deck: DeckSummary, className: string) => ReactNode;
}>;

/** The decks as a table of contents: rubricated initial, title, what it is about, where the learner stands. */
export function DeckList({ decks, learner, linkTo }: DeckListProps) {
  return (
    <ul className="border-t border-hairline">
      {decks.map((deck) => (
        <li
          key={deck.slug}
          className="group relative grid grid-cols-[2.5rem_1fr] gap-x-4 border-b border-hairline py-6 sm:grid-cols-[4rem_1fr_12rem] sm:gap-x-6"
        >
          <Initial title={deck.title} />
          <div>
            <h2 className="font-serif text-2xl font-semibold leading-tight text-balance">
              {linkTo(deck, 'after:absolute after:inset-0 group-hover:text-rubric')}
            </h2>
            <p className="mt-2 max-w-prose leading-relaxed text-soft" lang={deck.language}>
              {deck.description}
            </p>
          </div>
          <div className="col-start-2 mt-4 text-sm tabular-nums sm:col-start-3 sm:mt-1.5 sm:text-right">
            <p>
              {counted(deck.cards, 'card', 'cards')}
              {learner && <span className="text-soft"> · {deck.met} met</span>}
              {learner && deck.due > 0 && (
                <span className="font-semibold text-rubric"> · {deck.due} due</span>
              )}
            </p>
            {learner && (
              <div className="mt-2">
                <DeckProgress met={deck.met} cards={deck.cards} />
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Initial({ title }: Readonly<{ title: string }>) {
  return (
    <span
      aria-hidden="true"
      className="row-span-2 font-serif text-4xl font-semibold leading-none text-rubric sm:row-span-1 sm:text-6xl sm:leading-[0.85]"
    >
      {title.charAt(0)}
    </span>
  );
}
