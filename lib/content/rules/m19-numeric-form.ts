import { type Quantity, quantityOf } from '../language/numbers';
import { vignette } from './items/example';
import { englishItemsOf } from './items/items-of';
import type { Rule } from './rule';

/**
 * Options that are all numbers are all written in the same way. Decimals may differ where the values differ a hundredfold:
 * nobody writes 25.00% beside 0.01%.
 */
export const numericForm: Rule = {
  id: 'M19-numeric-form',
  severity: 'warning',
  summary: 'Write all numbers of the options in one form: unit, decimals, and ranges or single values.',
  why: 'Mixed forms make learners convert instead of think, and the odd one out stands out (NBME Item-Writing Guide: numeric data not stated consistently).',
  ok: [
    vignette({ options: ['0.5 mg', '*1.0 mg', '2.0 mg'] }),
    vignette({ options: ['< 5%', '*5–9%', '> 9%'] }),
    vignette({ options: ['0.01%', '*1%', '25%'] }),
  ],
  notOk: [
    vignette({ options: ['0.5 mg', '*1 mg', '2 mg'] }),
    vignette({ options: ['2%', '*25%', '50'] }),
    vignette({ options: ['2%', '*20–30%', '50%'] }),
  ],
  check(deck, report) {
    for (const { file, item, options } of englishItemsOf(deck)) {
      const read = options.flatMap((option) => {
        const quantity = quantityOf(option.text);
        return quantity === null ? [] : [{ option, quantity }];
      });
      if (item.kind === 'match' || read.length < 2 || read.length < options.length) continue;
      for (const { name, of, hint } of FORMS) {
        if (name === 'decimals' && differHundredfold(read.map(({ quantity }) => quantity))) continue;
        const odd = oddOneOut(read, ({ quantity }) => of(quantity));
        if (odd === null) continue;
        report(file, {
          span: odd.option.option.textSpan,
          message: `The numbers differ in their ${name}.`,
          hint,
        });
      }
    }
  },
};

const FORMS: readonly Readonly<{ name: string; of: (quantity: Quantity) => string; hint: string }>[] = [
  { name: 'units', of: ({ unit }) => unit, hint: 'Give all of them in one unit, and write it behind each.' },
  {
    name: 'decimals',
    of: ({ decimals }) => `${decimals}`,
    hint: 'Write as many digits behind every point: 0.5, 1.0.',
  },
  {
    name: 'form',
    of: ({ form }) => (form === 'point' ? 'point' : 'range'),
    hint: 'Make all of them ranges, or all of them single values.',
  },
];

function differHundredfold(quantities: readonly Quantity[]): boolean {
  const sizes = quantities
    .flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)])
    .filter((size) => size > 0 && Number.isFinite(size));
  return Math.max(...sizes) >= 100 * Math.min(...sizes);
}

/** The first of those whose form is the rarer; null where all are alike. */
function oddOneOut<T>(all: readonly T[], formOf: (one: T) => string): T | null {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(formOf(one), (counts.get(formOf(one)) ?? 0) + 1);
  if (counts.size < 2) return null;
  const rarest = Math.min(...counts.values());
  return all.find((one) => counts.get(formOf(one)) === rarest) ?? null;
}
