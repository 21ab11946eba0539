import type { ReactNode } from 'react';
import { counted } from '@/components/ui/quantity';
import type { DailyCases } from '@/lib/quiz/bank-model';

type CasesTodayProps = Readonly<{
  /** Null without a network: which cases wait, only the server knows. */
  cases: DailyCases | null;
  /** Begins them, goes on with those that were begun, or leads to where blocks are built. */
  way: ReactNode;
}>;

/** Today's cases beside the cards: some wait, they have been begun, or they are done. */
export function CasesToday({ cases, way }: CasesTodayProps) {
  return (
    <section aria-labelledby="cases" className="mt-10 border-t border-hairline pt-6">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
        <div className="min-w-0">
          <h2 id="cases" className="font-serif text-2xl font-semibold">
            {casesTitle(cases)}
          </h2>
          <p className="mt-1 max-w-md leading-relaxed text-soft">{casesWords(cases)}</p>
        </div>
        {way}
      </div>
    </section>
  );
}

/** The heading: `4 cases wait`. */
export function casesTitle(cases: DailyCases | null): string {
  if (cases === null) return 'Cases need the network';
  if (cases.running !== null) return 'Your cases are waiting half-way';
  if (cases.waiting > 0) return cases.waiting === 1 ? '1 case waits' : `${cases.waiting} cases wait`;
  return cases.doneToday > 0 ? 'Cases done for today' : 'No case is due today';
}

/** What goes with it. */
export function casesWords(cases: DailyCases | null): string {
  if (cases === null) return 'Those you have begun on this device go on without it.';
  const { running, waiting, doneToday } = cases;
  if (running !== null) return 'What you answered is kept. Go on where you left off.';
  if (waiting > 0) {
    const before = doneToday > 0 ? `${counted(doneToday, 'case is', 'cases are')} done today. ` : '';
    return `${before}Patients that ask for what your cards have taught you; each answer is explained at once.`;
  }
  if (doneToday > 0)
    return `You answered ${counted(doneToday, 'case', 'cases')}. The next ones come when they are due.`;
  return 'Cases come by themselves once you know the cards behind them. You can build a block of your own at any time.';
}
