import type { ItemFilter } from '@/lib/quiz/inputs';
import { ChoiceGroup, ChoiceRow } from './choice-row';

const FILTERS: Readonly<Record<ItemFilter, Readonly<{ label: string; about: string }>>> = {
  all: { label: 'All', about: 'whatever you have met or not' },
  unseen: { label: 'Unseen', about: 'never asked you' },
  missed: { label: 'Missed', about: 'wrong or left out the last time' },
  flagged: { label: 'Flagged', about: 'marked by you' },
  due: { label: 'Due', about: 'their concept is due for review' },
};

type FilterFieldProps = Readonly<{
  chosen: ItemFilter;
  onChoose: (filter: ItemFilter) => void;
  counts: readonly (readonly [ItemFilter, number])[];
}>;

export function FilterField({ chosen, onChoose, counts }: FilterFieldProps) {
  return (
    <ChoiceGroup title="Which of them">
      <div className="grid gap-x-10 sm:grid-cols-2">
        {counts.map(([filter, count]) => (
          <ChoiceRow
            key={filter}
            type="radio"
            name="filter"
            value={filter}
            checked={chosen === filter}
            onChange={() => onChoose(filter)}
            label={FILTERS[filter].label}
            about={FILTERS[filter].about}
            count={count}
          />
        ))}
      </div>
    </ChoiceGroup>
  );
}
