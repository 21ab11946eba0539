import { valueNamed } from '../blocks/attribute-values';
import { quantityOf } from '../language/numbers';
import { match, vignette } from './items/example';
import { itemsOf, type OptionText } from './items/items-of';
import type { Rule } from './rule';

/**
 * Options stand in an order that tells nothing: by alphabet (case and accents do not count, a leading article may or may
 * not, `Type 2` comes before `Type 10`), or by number. Pinned options keep their place and are not compared.
 */
export const optionOrder: Rule = {
  id: 'M09-option-order',
  severity: 'error',
  summary:
    'Order options by the alphabet, or ascending where all are numbers; for another order write `order="logical …"` with its reason.',
  why: 'Any other order lets the author’s habits show where the key stands, and makes learners search (NBME Item-Writing Guide).',
  ok: [
    vignette({ options: ['*Anterior horn', 'The dorsal root', 'Éfferent axon'] }),
    vignette({ options: ['*Anterior horn', 'Nerve', 'The dorsal root'] }),
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
    if (itemsOf(deck).length === 0) return;
    const collator = new Intl.Collator(deck.info?.language ?? 'en', { sensitivity: 'base', numeric: true });
    for (const { file, item, options, firstOfSet } of itemsOf(deck)) {
      const order = valueNamed(item.block.head.attributes, 'order') ?? '';
      if (!firstOfSet || /^logical\b/.test(order)) continue;
      const free = options.filter(({ option }) => valueNamed(option.attributes, 'pin') === null);
      const numbers = numbersOf(free);
      const index = numbers === null ? breakOfAlphabet(free, collator) : breakOfNumbers(free, numbers);
      const [first, second] = [free[index], free[index + 1]];
      if (first === undefined || second === undefined) continue;
      const rule = numbers === null ? 'Options stand in the order of the alphabet' : 'Numbers ascend';
      report(file, {
        span: second.option.textSpan,
        message: `${rule}: “${second.text}” comes before “${first.text}”.`,
        hint: 'Move it, with its letter and rationale; or give the reason of another order, `order="logical craniocaudal"`.',
      });
    }
  },
};

function breakOfNumbers(options: readonly OptionText[], values: ReadonlyMap<OptionText, number>): number {
  return firstBreak(options, (one, other) => (values.get(one) ?? 0) <= (values.get(other) ?? 0));
}

/** With articles or without, whichever the author has sorted by. */
function breakOfAlphabet(options: readonly OptionText[], collator: Intl.Collator): number {
  const breaks = [withoutSigns, withoutArticle].map((sortedBy) =>
    firstBreak(options, (one, other) => collator.compare(sortedBy(one.text), sortedBy(other.text)) <= 0),
  );
  return breaks.includes(-1) ? -1 : Math.max(...breaks);
}

/** The place of the first option that does not stand before the next; -1 where all do. */
function firstBreak(
  options: readonly OptionText[],
  isBefore: (one: OptionText, other: OptionText) => boolean,
): number {
  return options.findIndex((option, at) => {
    const next = options[at + 1];
    return next !== undefined && !isBefore(option, next);
  });
}

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

/** Without quotation marks and signs: what the eye sorts by. */
function withoutSigns(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]{1,8}/u, '');
}

function withoutArticle(text: string): string {
  return withoutSigns(text).replace(/^(?:an?|the)\s/i, '');
}
