import { valueNamed } from '../blocks/attribute-values';
import { isCalendarDate } from '../blocks/block-kinds';
import type { Rule } from './rule';

/** Months after which a fact that is bound to a date has to be looked at again, where the author set no other day. */
const FRESH_MONTHS = 18;

/**
 * Facts that age are looked at again in time: on the day the author set (`reviewBy`), else 18 months after the date the
 * fact was true (`asOf`). Never an error: that a day passes must not stop a publish.
 */
export const stale: Rule = {
  id: 'F13-stale',
  severity: 'warning',
  summary: 'Look again at facts whose `reviewBy` has passed, or whose `asOf` is more than 18 months old.',
  why: 'Counts of cases, approvals and guidelines change; a learner cannot see that a card is out of date. Wozniak, Twenty rules (1999), rule 19.',
  ok: [
    ':::qa{#a obj=L1 src=adams asOf=2025-10-01 reviewBy=2099-12-31}\nHow many countries are endemic?\n\n---\n\nTwo countries\n:::',
    ':::qa{#a obj=L1 src=adams asOf=2025-10-01}\nHow many countries are endemic?\n\n---\n\nTwo countries\n:::',
    ':::qa{#a obj=L1 src=adams asOf=2023-02-30}\nHow many countries are endemic?\n\n---\n\nTwo countries\n:::',
  ],
  notOk: [
    ':::qa{#a obj=L1 src=adams asOf=2025-10-01 reviewBy=2026-06-30}\nHow many countries are endemic?\n\n---\n\nTwo countries\n:::',
    ':::qa{#a obj=L1 src=adams asOf=2023-10-01}\nHow many countries are endemic?\n\n---\n\nSeven countries\n:::',
  ],
  check(deck, report) {
    const { today } = deck.context;
    if (today === null) return;
    for (const file of deck.files)
      for (const { head } of file.blocks) {
        const message = staleness(
          valueNamed(head.attributes, 'asOf'),
          valueNamed(head.attributes, 'reviewBy'),
          today,
        );
        if (message !== null)
          report(file, {
            span: head.nameSpan,
            message,
            hint: 'Check the fact against its source, then set `asOf=` to that day and `reviewBy=` to the next.',
          });
      }
  },
};

/** Why a fact has to be looked at on the day `today`; null while it need not be. Days are written `2026-12-31`. */
export function staleness(asOf: string | null, reviewBy: string | null, today: string): string | null {
  // What is no date is S07's to tell.
  if (![asOf, reviewBy].every((day) => day === null || isCalendarDate(day))) return null;
  if (reviewBy !== null) return today > reviewBy ? `This was to be looked at by ${reviewBy}.` : null;
  if (asOf === null || today <= addMonths(asOf, FRESH_MONTHS)) return null;
  return `This was true on ${asOf}, more than ${FRESH_MONTHS} months ago.`;
}

/** As text, so that no time zone plays a part. A day that the month does not have sorts behind its last. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = month - 1 + months;
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  return `${year + Math.floor(count / 12)}-${twoDigits((count % 12) + 1)}-${twoDigits(date)}`;
}
