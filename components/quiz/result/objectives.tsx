import type { ResultView } from '@/lib/quiz/result-model';
import { IntervalBar } from '../interval-bar';
import { percent } from '../quiz-words';
import { ChartTable } from './chart-table';
import { objectiveWords, rangeWords } from './result-words';

type Objectives = ResultView['byObjective'];

/** Where it went well: a bar for each objective, the weakest first, each with the range in which it may well lie. */
export function ObjectivesChart({ byObjective }: Readonly<{ byObjective: Objectives }>) {
  const rows = byObjective.toSorted((a, b) => a.rate - b.rate || b.n - a.n);
  return (
    <>
      <ul className="space-y-5">
        {rows.map((row) => (
          <li key={`${row.deck}/${row.id}`}>
            <div className="flex items-baseline justify-between gap-4">
              <span className="max-w-prose leading-snug">{row.text}</span>
              <span className="shrink-0 text-right tabular-nums">
                <span className="font-semibold">
                  {row.right} of {row.n}
                </span>
                <span className="block text-sm text-soft">{objectiveWords(row)}</span>
              </span>
            </div>
            <div className="mt-1.5">
              <IntervalBar share={row} />
            </div>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-sm text-soft">
        The mark is your share, the bar the range in which it may well lie: the fewer items, the wider.
      </p>
      <ChartTable
        caption="Results by objective"
        head={['Objective', 'Right', 'Share', 'Range (95%)']}
        rows={rows.map((row) => [row.text, `${row.right} of ${row.n}`, percent(row.rate), rangeWords(row)])}
      />
    </>
  );
}
