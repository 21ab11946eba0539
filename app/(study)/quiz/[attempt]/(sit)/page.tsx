import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { learnerIdOf } from '@/app/learner';
import { titleOf } from '@/components/quiz/attempt-title';
import { EXIT_LOOK, ExitWords } from '@/components/quiz/exit-words';
import { Sitting } from '@/components/quiz/sitting';
import { getAttempt } from '@/lib/ops/quiz/get-attempt';
import { requestCtx } from '@/lib/web/request-ctx';

export const metadata: Metadata = { title: 'Block' };

type AttemptPageProps = Readonly<{ params: Promise<{ attempt: string }> }>;

export default async function AttemptPage({ params }: AttemptPageProps) {
  const { attempt: id } = await params;
  const learnerId = await learnerIdOf();
  if (learnerId === null) redirect('/');
  const found = await getAttempt(await requestCtx(), { id });
  if (!found.ok) notFound();
  const view = found.value;
  if (view.attempt.finished !== null) redirect(`/quiz/${id}/result`);
  return (
    <Sitting
      key={view.attempt.id}
      view={view}
      learnerId={learnerId}
      title={titleOf(view.attempt)}
      exit={
        <Link href="/quiz" className={EXIT_LOOK}>
          <ExitWords />
        </Link>
      }
    />
  );
}
