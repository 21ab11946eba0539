import { vignette } from './items/example';
import { englishItemsOf } from './items/items-of';
import type { Rule } from './rule';

type VitalSign = Readonly<{ name: string; value: RegExp; unit: RegExp; hint: string }>;

const IS = String.raw`(?: (?:is|was|of|at)|[:,=])?\s?`;
const NOT_MORE = String.raw`(?![\d.,]?\d)`;

function sign(name: string, words: string, number: string, unit: RegExp, hint: string): VitalSign {
  return { name, value: new RegExp(String.raw`\b(?:${words})${IS}(${number})${NOT_MORE}`, 'gi'), unit, hint };
}

const SIGNS: readonly VitalSign[] = [
  sign(
    'temperature',
    'temperature|temp|fever',
    String.raw`\d{2,3}(?:\.\d)?`,
    /^\s?°\s?[CF]\b/,
    '38.5°C (101.3°F)',
  ),
  sign(
    'pulse',
    'pulse(?: rate)?|heart rate',
    String.raw`\d{2,3}`,
    /^\s?(?:beats?|bpm)?\s?(?:\/\s?min|per minute|bpm)/i,
    '88/min',
  ),
  sign(
    'respiratory rate',
    'respirations?(?: are)?|respiratory rate|breathing rate',
    String.raw`\d{1,2}`,
    /^\s?(?:breaths?)?\s?(?:\/\s?min|per minute)/i,
    '16/min',
  ),
  sign(
    'blood pressure',
    'blood pressure|bp',
    String.raw`\d{2,3}\s?\/\s?\d{2,3}`,
    /^\s?mm\s?Hg\b/i,
    '130/80 mm Hg',
  ),
  sign(
    'oxygen saturation',
    'oxygen saturation|o2 saturation|spo2|spo₂|sao2|sao₂',
    String.raw`\d{2,3}`,
    /^\s?(?:%|percent\b)/i,
    '96%',
  ),
];

/** Grades (`pulse 2+`), times (`fever 10 days ago`) and bounds of age are no values. */
const NO_VALUE = /^\s?(?:\+|[-‑ ]?(?:hour|day|week|month|year|minute|time)s?\b)/i;

/** The second end of a range, `60 to 80/min`. */
const TO_SECOND = /^\s?(?:-|–|to)\s?\d{1,3}(?:\.\d)?(?!\d)/;

/** Vital signs with their units. Fahrenheit may stand in brackets behind Celsius, or the other way round. */
export const vitalSigns: Rule = {
  id: 'M24-vital-signs',
  severity: 'error',
  summary: 'Give every vital sign its unit: °C, /min, mm Hg, %.',
  why: 'A number without its unit can be read as another one: 39 and 102 are the same fever (NBME house style).',
  ok: [
    vignette({
      stem: 'A 4-year-old girl is weak. Temperature is 38.5°C (101.3°F), pulse is 112/min, respirations are 24/min, blood pressure is 96/60 mm Hg, and oxygen saturation is 97%. The pulse varies: pulse 60 to 80/min, radial pulse 2+. She had fever 10 days ago.',
    }),
  ],
  notOk: [
    vignette({ stem: 'A 4-year-old girl is weak. Temperature is 38.5.' }),
    vignette({ stem: 'A 4-year-old girl is weak. Her temperature is 38.5 C.' }),
    vignette({ stem: 'A 4-year-old girl is weak. Her pulse is 112 and regular.' }),
    vignette({ stem: 'A 4-year-old girl is weak. Blood pressure 96/60.' }),
  ],
  check(deck, report) {
    for (const { file, stem } of englishItemsOf(deck))
      for (const { name, value, unit, hint } of SIGNS)
        for (const found of stem.text.matchAll(value)) {
          const end = found.index + found[0].length;
          const behind = stem.text.slice(end, end + 40).replace(TO_SECOND, '');
          if (unit.test(behind) || NO_VALUE.test(behind)) continue;
          report(file, {
            span: stem.spanOf(end - (found[1]?.length ?? 0), end),
            message: `This ${name} has no unit.`,
            hint: `Write it like this: ${hint}.`,
          });
        }
  },
};
