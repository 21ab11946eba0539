import Link from 'next/link';
import { PageShell } from '@/app/page-shell';
import { DeckList } from '@/components/decks/deck-list';
import { HornbookFrame } from '@/components/landing/hornbook-frame';
import { Landing } from '@/components/landing/landing';
import { SampleCard } from '@/components/landing/sample-card';
import { sampleLabels } from '@/components/landing/sample-labels';
import { StartForm } from '@/components/landing/start-form';
import { getSampleCard } from '@/lib/ops/content/get-sample-card';
import { listDecks } from '@/lib/ops/content/list-decks';
import { requestCtx } from '@/lib/web/request-ctx';
import { startStudying } from '@/lib/web/start-studying';

export default async function LandingPage() {
  const ctx = await requestCtx();
  const [decks, sample] = await Promise.all([listDecks(ctx), getSampleCard(ctx)]);
  const learner = ctx.actor.kind === 'learner';
  return (
    <PageShell learner={learner}>
      <Landing
        start={
          learner ? (
            <Link href="/today" className="button px-10 text-lg">
              Continue
            </Link>
          ) : (
            <StartForm action={startStudying} label="Start studying" className="px-10 text-lg" />
          )
        }
        sample={
          sample !== null && (
            <HornbookFrame>
              <SampleCard face={sample} labels={sampleLabels(ctx.now)} />
            </HornbookFrame>
          )
        }
        decks={
          <DeckList
            decks={decks}
            learner={learner}
            linkTo={(deck, className) => (
              <Link href={`/decks/${deck.slug}`} className={className}>
                {deck.title}
              </Link>
            )}
          />
        }
      />
    </PageShell>
  );
}
