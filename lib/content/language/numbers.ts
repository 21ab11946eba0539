/** A text that is a number as a whole: `200`, `2–5 %`, `< 0.5 mg/dL`, `about 20,000`. */
export type Quantity = Readonly<{
  /** Equal for a point; infinite where one end is open, as in `> 50`. */
  low: number;
  high: number;
  form: 'point' | 'range' | 'bound';
  /** Digits behind the point; the most of the two ends. */
  decimals: number;
  /** What follows the number, blanks taken out, `mg/dL`; empty where nothing does. */
  unit: string;
}>;

/**
 * Reads a text that begins with a number and holds little besides it and its unit (three words); null for any other
 * text. Commas and blanks between groups of three digits are separators of thousands.
 */
export function quantityOf(text: string): Quantity | null {
  const found = QUANTITY.exec(text.trim());
  if (found === null) return null;
  const { bound = '', first = '', between = '', second, unit = '' } = found.groups ?? {};
  if (unit.split(' ').length > MOST_WORDS_OF_UNIT) return null;
  const one = numberIn(first);
  const other = second === undefined ? one : numberIn(second);
  return {
    ...endsOf(bound, one, other),
    decimals: Math.max(decimalsOf(first), decimalsOf(second ?? '')),
    unit: (unit === '' ? between : unit).replace(/\s/g, ''),
  };
}

const NUMBER = String.raw`[-−+]?\d{1,3}(?:[,\u00a0\u202f ]\d{3}){1,4}(?:\.\d{1,6})?|[-−+]?\d{1,12}(?:\.\d{1,6})?`;
const BOUND = '<|>|≤|≥|less than|more than|fewer than|under|over|at least|at most|up to';

/** The unit may stand behind both ends of a range: `2 %–5 %`. */
const QUANTITY = new RegExp(
  String.raw`^(?:about |approximately |~|≈)?(?<bound>${BOUND})?\s?(?<first>${NUMBER})(?!\d)(?:(?<between>\s?%?)\s?(?:-|–|—|to\s)\s?(?<second>${NUMBER})(?!\d))?\s?(?<unit>[\p{L}%°/×′″][^,;]{0,40})?$`,
  'iu',
);

const MOST_WORDS_OF_UNIT = 3;

function endsOf(bound: string, one: number, other: number): Pick<Quantity, 'low' | 'high' | 'form'> {
  if (/^(?:<|≤|less|fewer|under|at most|up to)/i.test(bound))
    return { low: Number.NEGATIVE_INFINITY, high: one, form: 'bound' };
  if (bound !== '') return { low: one, high: Number.POSITIVE_INFINITY, form: 'bound' };
  return { low: Math.min(one, other), high: Math.max(one, other), form: one === other ? 'point' : 'range' };
}

function numberIn(written: string): number {
  return Number(
    written
      .replace(/[,\u00a0\u202f ]/g, '')
      .replace('−', '-')
      .replace('+', ''),
  );
}

function decimalsOf(written: string): number {
  const point = written.indexOf('.');
  return point < 0 ? 0 : written.length - point - 1;
}
