import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { learnerIdOf } from '@/app/learner';
import { PageShell } from '@/app/page-shell';
import { Chapter } from '@/components/decks/chapter';
import { StartForm } from '@/components/landing/start-form';
import { getChapter } from '@/lib/ops/content/get-chapter';
import { requestCtx } from '@/lib/web/request-ctx';
import { startStudying } from '@/lib/web/start-studying';

type DeckPageProps = Readonly<{ params: Promise<{ deck: string }> }>;

export async function generateMetadata({ params }: DeckPageProps): Promise<Metadata> {
  const { summary } = await chapterOf((await params).deck);
  return { title: summary.title, description: summary.description };
}

export default async function DeckPage({ params }: DeckPageProps) {
  const { deck } = await params;
  const chapter = await chapterOf(deck);
  const learnerId = await learnerIdOf();
  const learner = learnerId !== null;
  return (
    <PageShell learner={learner}>
      <Chapter
        chapter={chapter}
        learnerId={learnerId}
        study={
          learner ? (
            <Link href={`/review?deck=${deck}`} className="button">
              Study this deck
            </Link>
          ) : (
            <StartForm action={startStudying} label="Start studying" />
          )
        }
      />
    </PageShell>
  );
}

/** One reading for the title and the page. */
const chapterOf = cache(async (deck: string) => {
  const chapter = await getChapter(await requestCtx(), { deck });
  if (!chapter.ok) notFound();
  return chapter.value;
});
