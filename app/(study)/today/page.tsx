import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { PageShell } from '@/app/page-shell';
import { TodayView } from '@/components/today/today-view';
import { getToday } from '@/lib/ops/scheduling/get-today';
import { requestCtx } from '@/lib/web/request-ctx';
import { FreshCounts } from './fresh-counts';

export const metadata: Metadata = { title: 'Today' };

export default async function TodayPage() {
  const ctx = await requestCtx();
  const today = await getToday(ctx);
  if (!today.ok || ctx.actor.kind !== 'learner') redirect('/');
  return (
    <PageShell learner>
      <FreshCounts learnerId={ctx.actor.learnerId} />
      <TodayView
        today={today.value}
        now={ctx.now}
        begin={
          <Link href="/review" className="button w-full text-lg sm:w-auto sm:px-10">
            Study now
          </Link>
        }
        decks={
          <Link href="/decks" className="button button-quiet">
            Read in the decks
          </Link>
        }
      />
    </PageShell>
  );
}
