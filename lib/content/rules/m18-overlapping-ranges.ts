import { type Quantity, quantityOf } from '../language/numbers';
import { vignette } from './items/example';
import { englishItemsOf } from './items/items-of';
import type { Rule } from './rule';

/** Ranges that share a value, their ends included: at 20, both `10–20` and `20–30` are right. */
export const overlappingRanges: Rule = {
  id: 'M18-overlapping-ranges',
  severity: 'warning',
  summary: 'Let ranges of numbers share no value, not even their ends.',
  why: 'A value in two options makes two of them right, and the part they share tells where the key lies.',
  ok: [
    vignette({ options: ['1–9%', '*10–19%', '20–29%'] }),
    vignette({ options: ['< 5 mg', '*5–9 mg', '> 9 mg'] }),
  ],
  notOk: [vignette({ options: ['1–10%', '*10–20%', '20–30%'] }), vignette({ options: ['5', '*4–6', '10'] })],
  check(deck, report) {
    for (const { file, item, options } of englishItemsOf(deck)) {
      if (item.kind === 'match') continue;
      const read = options.map((option) => ({ option, quantity: quantityOf(option.text) }));
      for (const [index, one] of read.entries()) {
        const other = read.slice(0, index).find(({ quantity }) => overlap(quantity, one.quantity));
        if (other === undefined) continue;
        report(file, {
          span: one.option.option.textSpan,
          message: `“${one.option.text}” shares values with “${other.option.text}”.`,
          hint: 'End the one before the other begins: 10–19, 20–29.',
        });
      }
    }
  },
};

function overlap(a: Quantity | null, b: Quantity | null): boolean {
  if (a === null || b === null || a.unit !== b.unit || (a.form === 'point' && b.form === 'point'))
    return false;
  const [first, second] = a.low <= b.low ? [a, b] : [b, a];
  if (first.high === second.low) return first.form !== 'bound' && second.form !== 'bound';
  return first.high > second.low;
}
