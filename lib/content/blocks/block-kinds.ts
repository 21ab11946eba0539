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

const oneId: Check = (value) =>
  isId(value)
    ? null
    : { message: 'names no group', hint: 'Write one name from `groups:` of the front matter.' };

const units: Check = (value) =>
  words(value) ??
  (wordsIn(value).every((word) => word.split('/').length <= 2 && word.split('/').every(isId))
    ? null
    : { message: 'names no unit', hint: 'Write ids of units, `links="lmn-tone facial-palsy/fac-site"`.' });

const order: Check = (value) =>
  /^logical\s+\S/.test(value)
    ? null
    : {
        message: 'gives no reason',
        hint: 'Write `order="logical craniocaudal"`, or leave it out: options are alphabetical, or ascending numbers.',
      };

const flag: Check = (value) =>
  value === '' ? null : { message: 'takes no value', hint: 'Write its name alone.' };

const formerName: Check = (value) =>
  value.trim() !== '' && wordsIn(value).every(isId)
    ? null
    : { message: 'is no name', hint: 'Write the name it had, `was=old-name`.' };

const bloom = oneOf('remember', 'understand', 'apply', 'analyse', 'analyze', 'evaluate', 'create');

/** Rule S05 judges the id, rule S14 the reasons in `ignore`. */
const anything: Check = () => null;

/** What every unit may say about itself. */
const COMMON: AttributeTable = {
  id: anything,
  obj: words,
  src: words,
  tags: words,
  claims: words,
  fact: words,
  bloom,
  rev: count,
  was: formerId,
  asOf: date,
  reviewBy: date,
  ignore: anything,
};

/** A unit that gives cards can have its answers typed. */
const UNIT: AttributeTable = { ...COMMON, type: oneOf('in') };

/** The kinds of block that give cards or items, with their attributes. */
export const UNIT_KINDS: Readonly<Record<string, AttributeTable>> = {
  qa: { ...UNIT, dir: oneOf('both'), back: words, accept: words },
  cloze: { ...UNIT, hint: words },
  table: { ...UNIT, key: words, ask: words },
  figure: { ...UNIT, mode: oneOf('hide-one', 'hide-all') },
  vignette: { ...COMMON, group: oneId, links: units, order },
  match: { ...COMMON, links: units, order },
};

const NAMES_OF_UNIT_KINDS: ReadonlySet<string> = new Set(Object.keys(UNIT_KINDS));

/** Every kind of block, with its attributes: units, and what stands in the notes. */
export const BLOCK_KINDS: Readonly<Record<string, AttributeTable>> = {
  ...UNIT_KINDS,
  note: { id: anything, src: words, claims: words, asOf: date, reviewBy: date, ignore: anything },
};

const NAMES_OF_BLOCK_KINDS: ReadonlySet<string> = new Set(Object.keys(BLOCK_KINDS));

/** Whether there is a block of this kind. */
export function isBlockKind(kind: string): boolean {
  return NAMES_OF_BLOCK_KINDS.has(kind);
}

/** Attributes of an option of a vignette or a match. */
export const OPTION_ATTRIBUTES: AttributeTable = {
  pin: flag,
  claims: words,
  confusable: oneId,
  clues: words,
};

/** Attributes of a numbered stem of a match. What it says is added to what its set says, or takes its place. */
export const STEM_ATTRIBUTES: AttributeTable = {
  id: anything,
  key: words,
  obj: words,
  src: words,
  tags: words,
  claims: words,
  fact: words,
  bloom,
  links: units,
  clues: words,
  rev: count,
  was: formerName,
  asOf: date,
  reviewBy: date,
};

/** Attributes of `::widget`. */
export const WIDGET_ATTRIBUTES: AttributeTable = { name: words };

/** Attributes of a deletion, `:c1[…]{…}`. */
export const DELETION_ATTRIBUTES: AttributeTable = { hint: words, accept: words };

/** Attributes of a cell: one that names a row, a column or a mask, and one that is asked. */
export const NAME_ATTRIBUTES: AttributeTable = { id: anything, was: formerName };
export const ANSWER_ATTRIBUTES: AttributeTable = { accept: words };

/** Attributes of a heading of the notes. */
export const HEADING_ATTRIBUTES: AttributeTable = { id: anything };

/** Whether a block of this kind gives cards or items. */
export function isUnitKind(kind: string): boolean {
  return NAMES_OF_UNIT_KINDS.has(kind);
}

/** The words of a list such as `obj="LMN-1 LMN-2"`; commas separate as blanks do. */
export function wordsIn(value: string): readonly string[] {
  if (!/[\s,]/.test(value)) return value === '' ? [] : [value];
  return value.match(/[^\s,]+/g) ?? [];
}

/** Whether `text` is a day of the calendar, `2026-12-31`. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const [, year, month, day] = match.map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
}
