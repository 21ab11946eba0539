import { v7 as newId } from 'uuid';
import { openDatabase } from '@/lib/ops/ctx';
import {
  type DeckStatistics,
  getItemStatistics,
  type ReportedVersion,
} from '@/lib/ops/quiz/get-item-statistics';
import type { CaseReport } from '@/lib/stats/case-statistics';
import type { Guarded } from '@/lib/stats/guardrails';
import { count } from './count';
import { readWords } from './read-words';
import type { Surroundings } from './surroundings';
import { table } from './table';
import { UsageError } from './usage-error';

/**
 * `quiz statistics [deck] [--json]`: how the cases of a deck, or of all, were answered by those who saw them for the
 * first time, version by version, with the interval of each number and the reason where one is withheld. With `--json`,
 * standard output is a list of `DeckStatistics`, and nothing else.
 */
export async function quizStatistics(
  words: readonly string[],
  { databaseFile, out, err }: Surroundings,
): Promise<number> {
  const { flags, paths } = readWords('quiz statistics', words, ['--json']);
  const [deck = null, ...more] = paths;
  if (more.length > 0) throw new UsageError('quiz statistics takes one deck, by its name, or none for all.');
  const db = await openDatabase(databaseFile);
  try {
    const ctx = { db, actor: { kind: 'operator' } as const, now: Date.now(), newId: () => newId() };
    const result = await getItemStatistics(ctx, { deck });
    if (!result.ok) {
      err(
        result.error === 'unknown-deck'
          ? `There is no published deck ${deck}.\n`
          : 'This may not be seen here.\n',
      );
      return 1;
    }
    out(flags.has('--json') ? json(result.value) : report(result.value));
    return 0;
  } finally {
    await db.close();
  }
}

function json(decks: readonly DeckStatistics[]): string {
  return `${JSON.stringify(decks, (_, value) => (value instanceof Map ? Object.fromEntries(value) : value), 2)}\n`;
}

function report(decks: readonly DeckStatistics[]): string {
  return `${[...decks.map(ofDeck), NOTES].join('\n')}`;
}

const NOTES = `First answers alone count; a case left out is wrong. In brackets the interval of 95%.
Discrimination: correlation with what the same attempt got elsewhere. A wrong option works if 5% or more chose it, and
rather those who knew less. Blocks differ from learner to learner: numbers of one case compare only with care.
`;

function ofDeck({ title, deck, reports, departures }: DeckStatistics): string {
  const head = `${title} (${deck}): ${count(reports.length, 'version')} of cases\n`;
  const told = departures.map(
    ({ easier, harder, difference }) =>
      `Not equally hard, though variants of ${easier.conceptKey}: ${nameOf(easier)} is easier than ${nameOf(harder)} by ${percent(difference)}.\n`,
  );
  if (reports.length === 0) return head;
  return [
    head,
    table([
      ['case', 'first answers', 'right', 'discrimination', 'wrong options at work'],
      ...reports.map(row),
    ]),
    ...told,
  ].join('');
}

function row({ of, voided, keys, report }: CaseReport<ReportedVersion>): readonly string[] {
  const notes = [
    ...(of.retired ? ['retired'] : of.stands ? [] : ['old']),
    ...(voided ? ['void'] : keys.join() === of.authored.join() ? [] : [`right: ${keys.join(', ')}`]),
  ];
  return [
    `${nameOf(of)}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`,
    `${report.n}`,
    shown(report.facility, ({ rate, low, high }) => `${percent(rate)} (${percent(low)}–${percent(high)})`),
    shown(
      report.discrimination,
      ({ correlation, interval: { low, high } }) => `${two(correlation)} (${two(low)} to ${two(high)})`,
    ),
    shown(report.distractors, ({ options }) => {
      const wrong = options.filter(({ isKey }) => !isKey);
      const idle = wrong.filter(({ functional }) => functional !== true).map(({ option }) => option);
      return `${wrong.length - idle.length} of ${wrong.length}${idle.length === 0 ? '' : `, not ${idle.join(', ')}`}`;
    }),
  ];
}

function shown<T>(number: Guarded<T>, tell: (value: T) => string): string {
  if (number.shown) return tell(number.value);
  return number.reason.kind === 'too-few' ? `from ${number.reason.needed} on` : 'all alike';
}

function nameOf({ key, version }: ReportedVersion): string {
  return `${key} v${version}`;
}

function percent(rate: number): string {
  return `${Math.round(rate * 100)}%`;
}

function two(number: number): string {
  return number.toFixed(2);
}
