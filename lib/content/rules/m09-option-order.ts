import { valueNamed } from '../blocks/attribute-values';
import { quantityOf } from '../language/numbers';
import { match, vignette } from './items/example';
import { itemsOf, type OptionText } from './items/items-of';
import type { Rule } from './rule';

/**
 * Options stand in an order that tells nothing: by alphabet (case, accents and a leading article do not count, `Type 2`
 * comes before `Type 10`), or by number. Pinned options keep their place and are not compared.
 */
export const optionOrder: Rule = {
  id: 'M09-option-order',
  severity: 'error',
  summary:
    'Order options by the alphabet, or ascending where all are numbers; for another order write `order="logical …"` with its reason.',
  why: 'Any other order lets the author’s habits show where the key stands, and makes learners search (NBME Item-Writing Guide).',
  ok: [
    vignette({ options: ['*Anterior horn', 'The dorsal root', 'Éfferent axon'] }),
    vignette({ options: ['2%', '*25%', '100%'] }),
    vignette({ options: ['Grade III', '*Grade IV', 'Grade V', 'Grade IX'] }),
    vignette({ head: '#a obj=L1 src=adams order="logical craniocaudal"', options: ['T4', '*L1', 'C5'] }),
  ],
  notOk: [
    vignette({ options: ['Dorsal root', '*Anterior horn', 'Peripheral nerve'] }),
    vignette({ options: ['100%', '*25%', '2%'] }),
    match(
      'For each patient, choose the site of the lesion.',
      ['Muscle', 'Anterior horn', 'Brainstem', 'Cortex', 'Dorsal root', 'Nerve'],
      ['Wasting, fasciculations, normal sensation. {#horn key=B}'],
    ),
  ],
  check(deck, report) {
    const collator = new Intl.Collator(deck.info?.language ?? 'en', { sensitivity: 'base', numeric: true });
    for (const { file, item, options, firstOfSet } of itemsOf(deck)) {
      const order = valueNamed(item.block.head.attributes, 'order') ?? '';
      if (!firstOfSet || /^logical\b/i.test(order)) continue;
      const free = options.filter(({ option }) => valueNamed(option.attributes, 'pin') === null);
      const byNumber = numbersOf(free);
      const isBefore = byNumber
        ? (a: OptionText, b: OptionText) => (byNumber.get(a) ?? 0) <= (byNumber.get(b) ?? 0)
        : (a: OptionText, b: OptionText) => collator.compare(sortedBy(a.text), sortedBy(b.text)) <= 0;
      const index = free.findIndex((option, at) => {
        const next = free[at + 1];
        return next !== undefined && !isBefore(option, next);
      });
      const [first, second] = [free[index], free[index + 1]];
      if (first === undefined || second === undefined) continue;
      const rule = byNumber ? 'Numbers ascend' : 'Options stand in the order of the alphabet';
      report(file, {
        span: second.option.textSpan,
        message: `${rule}: “${second.text}” comes before “${first.text}”.`,
        hint: 'Move it, with its letter and rationale; or give the reason of another order, `order="logical craniocaudal"`.',
      });
    }
  },
};

/** The values of options that are all numbers, or all end in a Roman numeral behind the same words; null for others. */
function numbersOf(options: readonly OptionText[]): ReadonlyMap<OptionText, number> | null {
  const values = new Map<OptionText, number>();
  for (const option of options) {
    const value = firstNumber(option.text) ?? romanAtEnd(option.text, options[0]?.text ?? '');
    if (value === null) return null;
    values.set(option, value);
  }
  return values;
}

function firstNumber(text: string): number | null {
  const quantity = quantityOf(text);
  if (quantity === null) return null;
  return Number.isFinite(quantity.low) ? quantity.low : quantity.high;
}

const ROMAN = /^(.{0,40}?)\b([IVX]{1,5})$/;
const VALUE: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

function romanAtEnd(text: string, other: string): number | null {
  const found = ROMAN.exec(text);
  const digits = [...(found?.[2] ?? '')].map((digit) => VALUE[digit] ?? 0);
  if (found === null || found[1] !== ROMAN.exec(other)?.[1]) return null;
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}

/** Without a leading article, quotation marks and signs: what the eye sorts by. */
function sortedBy(text: string): string {
  return text.replace(/^(?:an?|the)\s/i, '').replace(/^[^\p{L}\p{N}]{1,8}/u, '');
}
