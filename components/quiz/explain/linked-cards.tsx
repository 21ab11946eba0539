import { useId } from 'react';
import type { Explanation } from '@/lib/quiz/model';

type Link = Explanation['links'][number];

const STANDINGS: Readonly<Record<Link['standing'], string>> = {
  new: 'not met yet',
  due: 'due today',
  pulled: 'pulled into today',
  later: 'comes back later',
  suspended: 'suspended',
};

type LinkedCardsProps = Readonly<{
  links: readonly Link[];
  /** Which question, where several stand on the page. */
  of: string | null;
}>;

/** The cards behind a case, and when each is asked. */
export function LinkedCards({ links, of }: LinkedCardsProps) {
  const id = useId();
  if (links.length === 0) return null;
  const pulled = links.filter(({ standing }) => standing === 'pulled').length;
  return (
    <section className="mt-8" aria-labelledby={id}>
      <p id={id} className="font-semibold">
        The cards behind {of ?? 'this'}
      </p>
      {pulled > 0 && (
        <p className="text-sm text-soft">
          {pulled === 1 ? 'One of them was' : `${pulled} of them were`} brought into today. What you know of{' '}
          {pulled === 1 ? 'it' : 'them'} is not changed by that.
        </p>
      )}
      <ul className="mt-2 divide-y divide-hairline border-t border-hairline">
        {links.map(({ cardUid, deck, unit, title, standing }) => (
          <li key={cardUid} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
            <a
              href={`/decks/${deck}#${unit}`}
              target="_blank"
              rel="noopener"
              className="link inline-flex min-h-11 min-w-0 items-center"
            >
              {title}
              <span className="sr-only"> (new tab)</span>
            </a>
            <span className={`text-sm ${standing === 'pulled' ? 'font-semibold text-rubric' : 'text-soft'}`}>
              {STANDINGS[standing]}
            </span>
          </li>
        ))}
      </ul>
      {pulled > 0 && (
        <p className="mt-3">
          <a href="/review" className="link inline-flex min-h-11 items-center font-semibold">
            Review today’s cards
          </a>
        </p>
      )}
    </section>
  );
}
