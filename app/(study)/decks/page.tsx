import type { Metadata } from 'next';
import Link from 'next/link';
import { PageShell } from '@/app/page-shell';
import { DeckList } from '@/components/decks/deck-list';
import { listDecks } from '@/lib/ops/content/list-decks';
import { requestCtx } from '@/lib/web/request-ctx';

export const metadata: Metadata = { title: 'Decks' };

export default async function DecksPage() {
  const ctx = await requestCtx();
  const decks = await listDecks(ctx);
  const learner = ctx.actor.kind === 'learner';
  return (
    <PageShell learner={learner}>
      <h1 className="font-serif text-4xl font-semibold sm:text-5xl">Decks</h1>
      <p className="mb-8 mt-3 max-w-prose text-lg text-soft">
        Each deck is a short chapter to read and the questions that keep it in mind.
      </p>
      {decks.length === 0 ? (
        <p className="border-t border-hairline py-8 text-lg">
          No deck is published here yet. Publish one with <code>npm run content -- publish</code>.
        </p>
      ) : (
        <DeckList
          decks={decks}
          learner={learner}
          linkTo={(deck, className) => (
            <Link href={`/decks/${deck.slug}`} className={className}>
              {deck.title}
            </Link>
          )}
        />
      )}
    </PageShell>
  );
}
