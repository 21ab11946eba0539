import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { PageShell } from '@/app/page-shell';
import { BeginForm } from '@/components/quiz/begin-form';
import { isMissed } from '@/components/quiz/missed';
import { ResultView } from '@/components/quiz/result-view';
import { getFirstTomorrow } from '@/lib/ops/quiz/get-first-tomorrow';
import { getResult } from '@/lib/ops/quiz/get-result';
import { retryMissed } from '@/lib/web/quiz-actions';
import { requestCtx } from '@/lib/web/request-ctx';

export const metadata: Metadata = { title: 'Result' };

type ResultPageProps = Readonly<{
  params: Promise<{ attempt: string }>;
  /** `item`: the number of an item to show in full, or `all`. What is opened later is asked for then. */
  searchParams: Promise<{ item?: string | string[] }>;
}>;

export default async function ResultPage({ params, searchParams }: ResultPageProps) {
  const [{ attempt: id }, { item }] = await Promise.all([params, searchParams]);
  const ctx = await requestCtx();
  const result = await getResult(ctx, { id, ...(item === 'all' ? {} : { inFull: [Number(item) - 1] }) });
  if (!result.ok) {
    if (result.error === 'not-finished') redirect(`/quiz/${id}`);
    if (result.error === 'unknown-attempt') notFound();
    redirect('/');
  }
  const firstTomorrow = await getFirstTomorrow(ctx, { attemptId: id });
  const missed = result.value.scores.filter(isMissed).length;
  return (
    <PageShell learner>
      <ResultView
        result={result.value}
        firstTomorrow={firstTomorrow.ok ? firstTomorrow.value : []}
        actions={
          <>
            {missed > 0 && (
              <BeginForm
                action={retryMissed}
                offeredId={ctx.newId()}
                label={
                  missed === 1 ? 'Try another variant' : `Try another variant of the ${missed} you missed`
                }
              >
                <input type="hidden" name="of" value={id} />
              </BeginForm>
            )}
            <Link href="/quiz" className="button button-quiet">
              Another block
            </Link>
          </>
        }
      />
    </PageShell>
  );
}
