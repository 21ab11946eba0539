import type { BankView } from '@/lib/quiz/bank-model';
import { ChoiceRow } from './choice-row';

type ObjectivesFieldProps = Readonly<{
  decks: BankView['decks'];
  chosen: readonly string[];
  onChoose: (ids: readonly string[]) => void;
  countOf: (id: string) => number;
}>;

/** Most learners want topics; who wants less opens this. */
export function ObjectivesField({ decks, chosen, onChoose, countOf }: ObjectivesFieldProps) {
  return (
    <details className="group border-b border-hairline">
      <summary className="flex min-h-11 items-center gap-3 py-3 font-medium marker:content-none [&::-webkit-details-marker]:hidden">
        <Chevron />
        <span className="grow">Narrow it to objectives</span>
        <span className="text-soft">{chosen.length === 0 ? 'all' : `${chosen.length} chosen`}</span>
      </summary>
      <div className="space-y-6 pb-6">
        {decks
          .filter(({ objectives }) => objectives.length > 0)
          .map((deck) => (
            <fieldset key={deck.slug} className="min-w-0">
              <legend className="eyebrow pb-1">{deck.title}</legend>
              {deck.objectives.map(({ id, text }) => {
                const name = `${deck.slug}/${id}`;
                return (
                  <ChoiceRow
                    key={id}
                    type="checkbox"
                    name="objectives"
                    value={name}
                    checked={chosen.includes(name)}
                    onChange={(on) =>
                      onChoose(on ? [...chosen, name] : chosen.filter((other) => other !== name))
                    }
                    label={text}
                    count={countOf(name)}
                  />
                );
              })}
            </fieldset>
          ))}
      </div>
    </details>
  );
}

function Chevron() {
  return (
    <svg
      viewBox="0 0 12 12"
      aria-hidden="true"
      className="size-3 shrink-0 fill-none stroke-current group-open:rotate-90"
    >
      <path d="M4 1.5 8.5 6 4 10.5" strokeWidth="1.6" />
    </svg>
  );
}
