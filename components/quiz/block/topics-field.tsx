import type { BankView } from '@/lib/quiz/bank-model';
import { ChoiceGroup, ChoiceRow } from './choice-row';

type TopicsFieldProps = Readonly<{
  decks: BankView['decks'];
  chosen: readonly string[];
  onChoose: (slugs: readonly string[]) => void;
  countOf: (slug: string) => number;
}>;

export function TopicsField({ decks, chosen, onChoose, countOf }: TopicsFieldProps) {
  return (
    <ChoiceGroup title="Topics" hint="Tick some, or leave all unticked to mix everything.">
      {decks.map(({ slug, title }) => (
        <ChoiceRow
          key={slug}
          type="checkbox"
          name="decks"
          value={slug}
          checked={chosen.includes(slug)}
          onChange={(on) => onChoose(on ? [...chosen, slug] : chosen.filter((other) => other !== slug))}
          label={title}
          count={countOf(slug)}
        />
      ))}
    </ChoiceGroup>
  );
}
