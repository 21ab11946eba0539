import type { Table, TableRow } from 'mdast';
import { ANALYTE_SYMBOLS, ANALYTES, ANALYTES_WITHOUT_UNIT } from '../language/analytes';
import { isReference, referenceFollows, unitAt } from '../language/measurements';
import { alternativesOf } from '../language/phrases';
import { spanOf } from '../parse/markdown';
import { plainText } from '../render/plain-text';
import { vignette } from './items/example';
import { englishItemsOf, type ItemText } from './items/items-of';
import type { Report, Rule } from './rule';

const BEHIND_NAME = String.raw`(?: (?:level|count|concentration|activity|value)s?)?(?: (?:is|was|of|at)|[:,=])?\s?`;
const NUMBER = String.raw`(?<number>[<>≤≥]?\s?\d{1,3}(?:[, ]\d{3}){0,3}(?:\.\d{1,3})?|\d{4,9}(?:\.\d{1,3})?)(?![\d.,]?\d)`;
const NAMED = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?<name>${alternativesOf([...ANALYTES, ...ANALYTES_WITHOUT_UNIT])})${BEHIND_NAME}${NUMBER}`,
  'giu',
);
const SYMBOL = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?<name>${alternativesOf(ANALYTE_SYMBOLS)})${BEHIND_NAME}${NUMBER}`,
  'gu',
);

/** What shows that the number is a time, a dose, or a multiple, and no result. */
const NO_RESULT =
  /^(?:[-‑ ]?(?:day|week|month|year|hour|minute|time|fold|dose|tablet|patient|percent)s?\b|\s?(?:mg|g|µg|mcg|mL|mEq|mmol|units?)\b(?!\s?\/)|\s?[–-]\s?\d{1,2}[–-]|\+)/i;

/** What is given as a solution, `sodium chloride 0.9%`. */
const SOLUTIONS = /^(?:sodium|potassium|chloride|bicarbonate|glucose|albumin|protein|magnesium|calcium)$/i;

/**
 * Laboratory values with unit and reference range: in the prose as `CK 780 U/L (30–200)`, in a table as Test, Result,
 * Reference. A result in words ("glucose is normal"), a dose and a time are no values. The catalogue's flag `labPanel` is
 * the table itself. Only a name of the list directly before its number counts, since an error must be sure.
 */
export const laboratoryValues: Rule = {
  id: 'M23-laboratory-values',
  severity: 'error',
  summary: 'Give every laboratory value its unit and its reference range.',
  why: 'Nobody should have to know by heart what one laboratory calls normal: examinations print it (NBME, USMLE practice).',
  ok: [
    vignette({
      stem: 'A 5-year-old girl is weak. CSF protein is 118 mg/dL (15–45), leukocytes 2/mm³ (0–5); CK is normal.',
    }),
    vignette({
      stem: 'A 5-year-old girl is weak.\n\n| Test | Result | Reference |\n|---|---|---|\n| CSF protein | 118 mg/dL | 15–45 |\n| INR | 1.0 | 0.9–1.2 |',
    }),
    vignette({
      stem: 'A 5-year-old girl is given potassium 20 mEq and sodium chloride 0.9%, and glucose 3 hours later.',
    }),
  ],
  notOk: [
    vignette({ stem: 'A 5-year-old girl is weak. CSF protein is 118 mg/dL.' }),
    vignette({ stem: 'A 5-year-old girl is weak. CK 780 (30–200).' }),
    vignette({ stem: 'A 5-year-old girl is weak. Her serum shows K 2.2 mmol/L.' }),
    vignette({
      stem: 'A 5-year-old girl is weak.\n\n| Test | Result | Reference |\n|---|---|---|\n| CSF protein | 118 | |',
    }),
  ],
  check(deck, report) {
    for (const item of englishItemsOf(deck)) {
      checkProse(item, report);
      for (const node of item.stemNodes) if (node.type === 'table') checkTable(item, node, report);
    }
  },
};

function checkProse({ file, stem }: ItemText, report: Report): void {
  for (const pattern of [NAMED, SYMBOL])
    for (const found of stem.text.matchAll(pattern)) {
      const { name = '', number = '' } = found.groups ?? {};
      const end = found.index + found[0].length;
      const behind = stem.text.slice(end, end + 200);
      if (NO_RESULT.test(behind) || (SOLUTIONS.test(name) && /^\s?%/.test(behind))) continue;
      const measured = unitAt(behind);
      const needsUnit = !ANALYTES_WITHOUT_UNIT.includes(name.toLowerCase());
      const missing = [
        ...(needsUnit && measured.unit === '' ? ['unit'] : []),
        ...(referenceFollows(behind.slice(measured.end)) ? [] : ['reference range']),
      ];
      if (missing.length === 0) continue;
      report(file, {
        span: stem.spanOf(end - number.length, end + measured.end),
        message: `The value of “${name}” has no ${missing.join(' and no ')}.`,
        hint: `Write \`${name} ${number.trim()} mg/dL (15–45)\` with its own unit and range, or put it into a table Test, Result, Reference.`,
      });
    }
}

/** A table headed Test, Result, Reference; any other table is the author's own. */
function checkTable({ file }: ItemText, table: Table, report: Report): void {
  const [head, ...rows] = table.children;
  const titles = cellsOf(head).map((title) => title.toLowerCase());
  if (!/^tests?$/.test(titles[0] ?? '') || !/^results?$/.test(titles[1] ?? '')) return;
  for (const row of rows) {
    const [test = '', result = '', reference = ''] = cellsOf(row);
    const number = /^[<>≤≥]?\s?[-−]?\d[\d,. ]{0,12}/.exec(result);
    if (number === null) continue;
    const unitless =
      ANALYTES_WITHOUT_UNIT.some((name) => test.toLowerCase().endsWith(name)) ||
      /titer|titre|ratio|:/i.test(test + result);
    const hasUnit =
      unitless || /[\p{L}%/]/u.test(result.slice(number[0].length)) || /[\p{L}%/]/u.test(reference);
    const missing = [...(hasUnit ? [] : ['unit']), ...(isReference(reference) ? [] : ['reference range'])];
    if (missing.length > 0)
      report(file, {
        span: spanOf(row),
        message: `The value of “${test}” has no ${missing.join(' and no ')}.`,
        hint: 'Write the unit behind the result and what is normal into the third column: `| CSF protein | 118 mg/dL | 15–45 |`.',
      });
  }
}

function cellsOf(row: TableRow | undefined): readonly string[] {
  return (row?.children ?? []).map((cell) => plainText(cell.children));
}
