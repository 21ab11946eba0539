import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { PageShell } from '@/app/page-shell';
import { AttemptHistory } from '@/components/quiz/attempt-history';
import { BlockForm } from '@/components/quiz/block-form';
import { RunningAttempts } from '@/components/quiz/running-attempts';
import { getBank } from '@/lib/ops/quiz/get-bank';
import { listAttempts } from '@/lib/ops/quiz/list-attempts';
import { startBlock } from '@/lib/web/quiz-actions';
import { requestCtx } from '@/lib/web/request-ctx';

export const metadata: Metadata = { title: 'Cases' };

type QuizPageProps = Readonly<{
  searchParams: Promise<{ preset?: string | string[]; nothing?: string | string[] }>;
}>;

export default async function QuizPage({ searchParams }: QuizPageProps) {
  const { preset, nothing } = await searchParams;
  const ctx = await requestCtx();
  const [bank, attempts] = await Promise.all([getBank(ctx), listAttempts(ctx)]);
  if (!bank.ok || !attempts.ok) redirect('/');
  const running = attempts.value.filter(({ attempt }) => attempt.finished === null);
  const finished = attempts.value.filter(({ attempt }) => attempt.finished !== null);
  return (
    <PageShell learner>
      <div className="mx-auto max-w-3xl">
        <RunningAttempts
          attempts={running}
          now={ctx.now}
          linkTo={({ attempt }, text, className) => (
            <Link href={`/quiz/${attempt.id}`} className={className}>
              {text}
            </Link>
          )}
        />
        <h1 className="font-serif text-4xl font-semibold sm:text-5xl">Cases</h1>
        <p className="mb-8 mt-3 max-w-prose text-lg leading-relaxed text-soft">
          Patients in a few lines, and one best answer: as in the examination, or with a tutor who explains
          each.
        </p>
        {nothing !== undefined && (
          <p role="status" className="mb-8 border-l-2 border-rubric pl-4 leading-relaxed">
            No block was begun: nothing that you chose can be asked just now. What was asked today rests until
            tomorrow.
          </p>
        )}
        <noscript>
          <p className="mb-8 border-l-2 border-rubric pl-4 leading-relaxed">
            A block runs on your device and needs JavaScript: without it none can be answered. Please switch
            it on before you start one.
          </p>
        </noscript>
        {bank.value.items.length === 0 ? (
          <p className="border-t border-hairline py-8 text-lg">No deck here has cases yet.</p>
        ) : (
          <BlockForm
            bank={bank.value}
            action={startBlock}
            preset={typeof preset === 'string' ? preset : null}
            offeredId={ctx.newId()}
          />
        )}
        <section aria-labelledby="history" className="mt-16">
          <h2 id="history" className="mb-4 font-serif text-2xl font-semibold">
            What you have sat
          </h2>
          <AttemptHistory
            attempts={finished}
            linkTo={({ attempt }, text, className) => (
              <Link href={`/quiz/${attempt.id}/result`} className={className}>
                {text}
              </Link>
            )}
          />
        </section>
      </div>
    </PageShell>
  );
}
