import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { PageShell } from '@/app/page-shell';
import { BeginForm } from '@/components/quiz/begin-form';
import { CasesToday } from '@/components/today/cases-today';
import { TodayView } from '@/components/today/today-view';
import { getDailyCases } from '@/lib/ops/quiz/get-daily-cases';
import { getToday } from '@/lib/ops/scheduling/get-today';
import type { DailyCases } from '@/lib/quiz/bank-model';
import { startDailyCases } from '@/lib/web/quiz-actions';
import { requestCtx } from '@/lib/web/request-ctx';
import { FreshCounts } from './fresh-counts';

export const metadata: Metadata = { title: 'Today' };

export default async function TodayPage() {
  const ctx = await requestCtx();
  const [today, cases] = await Promise.all([getToday(ctx), getDailyCases(ctx)]);
  if (!today.ok || !cases.ok || ctx.actor.kind !== 'learner') redirect('/');
  return (
    <PageShell learner>
      <FreshCounts learnerId={ctx.actor.learnerId} countedAt={ctx.now} />
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
        cases={
          <CasesToday
            cases={cases.value}
            way={
              <WayToCases
                cases={cases.value}
                offeredId={ctx.newId()}
                quiet={Object.values(today.value.remaining).some((left) => left > 0)}
              />
            }
          />
        }
      />
    </PageShell>
  );
}

type WayToCasesProps = Readonly<{
  cases: DailyCases;
  offeredId: string;
  /** While cards are left they come first. */
  quiet: boolean;
}>;

function WayToCases({ cases, offeredId, quiet }: WayToCasesProps) {
  const look = `${quiet ? 'button-quiet' : ''} w-full sm:w-auto`;
  if (cases.running !== null) {
    return (
      <Link href={`/quiz/${cases.running}`} className={`button ${look}`}>
        Continue the cases
      </Link>
    );
  }
  if (cases.waiting > 0) {
    return (
      <BeginForm action={startDailyCases} offeredId={offeredId} label="Start the cases" className={look} />
    );
  }
  return (
    <Link href="/quiz" className="button button-quiet">
      Build a block
    </Link>
  );
}
