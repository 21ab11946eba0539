import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { findAttempt } from '@/lib/ops/quiz/find-attempt';
import { requestCtx } from '@/lib/web/request-ctx';

type SitLayoutProps = Readonly<{ params: Promise<{ attempt: string }>; children: ReactNode }>;

/**
 * Around the page that waits: what is shown there has sent its status, so whether there is an attempt at all has to be
 * known before.
 */
export default async function SitLayout({ params, children }: SitLayoutProps) {
  const { attempt: id } = await params;
  const found = await findAttempt(await requestCtx(), { id });
  if (!found.ok) {
    if (found.error === 'no-learner') redirect('/');
    notFound();
  }
  return (
    <>
      <noscript>
        <p className="px-5 py-4">
          A block runs on your device and needs JavaScript. Please switch it on and load this page again, or
          go back to <a href="/quiz">the cases</a>.
        </p>
      </noscript>
      {children}
    </>
  );
}
