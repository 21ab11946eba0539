import { isId } from '../identity';

/** What is wrong with the value of an attribute, and how to mend it; null where nothing is. */
type Check = (value: string) => Readonly<{ message: string; hint: string }> | null;

/** The attributes that a kind of block knows. */
export type AttributeTable = Readonly<Record<string, Check>>;

const words: Check = (value) =>
  value.trim() === ''
    ? { message: 'is empty', hint: 'Name at least one, or leave the attribute out.' }
    : null;

const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value)
      ? null
      : { message: `cannot be \`${value}\``, hint: `It is one of: ${values.join(', ')}.` };

const count: Check = (value) =>
  /^[1-9]\d{0,5}$/.test(value) ? null : { message: 'must be a whole number', hint: 'Count up from `rev=2`.' };

const date: Check = (value) =>
  isCalendarDate(value) ? null : { message: 'is no date', hint: 'Write it as year-month-day, `2026-12-31`.' };

const formerId: Check = (value) =>
  value.trim() !== '' &&
  wordsIn(value).every((word) => word.split('/').length <= 2 && word.split('/').every(isId))
    ? null
    : { message: 'names no unit', hint: 'Write the id the unit had, `was=old-id`, or `was="deck/old-id"`.' };

const bloom = oneOf('remember', 'understand', 'apply', 'analyse', 'analyze', 'evaluate', 'create');

/** Rule S05 judges the id, rule S14 the reasons in `ignore`. */
const anything: Check = () => null;

const UNIT: AttributeTable = {
  id: anything,
  obj: words,
  src: words,
  tags: words,
  claims: words,
  fact: words,
  bloom,
  type: oneOf('in'),
  rev: count,
  was: formerId,
  asOf: date,
  reviewBy: date,
  ignore: anything,
};

/** The kinds of block that give cards, with their attributes. */
export const UNIT_KINDS: Readonly<Record<string, AttributeTable>> = {
  qa: { ...UNIT, dir: oneOf('both'), back: words, accept: words },
  cloze: { ...UNIT, hint: words },
};

const NAMES_OF_UNIT_KINDS: ReadonlySet<string> = new Set(Object.keys(UNIT_KINDS));

/** Attributes of a deletion, `:c1[…]{…}`. */
export const DELETION_ATTRIBUTES: AttributeTable = { hint: words, accept: words };

/** Attributes of a heading of the notes. */
export const HEADING_ATTRIBUTES: AttributeTable = { id: anything };

/** Kinds of the format that this version of the compiler does not read yet. */
export const LATER_KINDS: readonly string[] = ['table', 'figure', 'match', 'vignette', 'note', 'widget'];

/** Whether a block of this kind gives cards. */
export function isUnitKind(kind: string): boolean {
  return NAMES_OF_UNIT_KINDS.has(kind);
}

/** The words of a list such as `obj="LMN-1 LMN-2"`; commas separate as blanks do. */
export function wordsIn(value: string): readonly string[] {
  if (!/[\s,]/.test(value)) return value === '' ? [] : [value];
  return value.split(/[\s,]+/).filter((word) => word !== '');
}

function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [, year, month, day] = match.map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}
