import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { Review } from '@/components/review/review';
import { getSitting } from '@/lib/ops/scheduling/get-sitting';
import { getToday } from '@/lib/ops/scheduling/get-today';
import { requestCtx } from '@/lib/web/request-ctx';

export const metadata: Metadata = { title: 'Review' };

type ReviewPageProps = Readonly<{ searchParams: Promise<{ deck?: string | string[] }> }>;

export default async function ReviewPage({ searchParams }: ReviewPageProps) {
  const { deck: asked } = await searchParams;
  const deck = typeof asked === 'string' ? asked : null;
  const ctx = await requestCtx();
  const [start, today] = await Promise.all([getSitting(ctx, { deck, exclude: [] }), getToday(ctx)]);
  if (!start.ok && start.error === 'unknown-deck') notFound();
  if (!start.ok || !today.ok) redirect('/');
  return (
    <>
      <noscript>
        <p className="px-5 py-4">A review runs on your device and needs JavaScript. Please switch it on.</p>
      </noscript>
      <Review
        key={start.value.sitting.builtAt}
        start={start.value}
        deck={deck}
        dueTomorrow={today.value.dueTomorrow}
        exit={
          <Link
            href="/today"
            className="inline-flex min-h-11 items-center gap-2 rounded px-2 font-medium text-soft hover:text-ink"
          >
            <span aria-hidden="true">←</span> Today
          </Link>
        }
        today={
          <Link href="/today" className="button">
            Back to today
          </Link>
        }
      />
    </>
  );
}
