// The queue of one learner among 100 with 10,000 card states each: 50 due cards, the next new cards, and the whole
// day's plan. The due query is held against the very same SQL through bare better-sqlite3 in the same rounds.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { DeckId, LearnerId } from '@/lib/base/ids';
import { DAY_MS } from '@/lib/base/time';
import { findLearner } from '@/lib/db/learners';
import { dueCards, dueCardsSql, newCards } from '@/lib/db/study-queue';
import { openDatabase } from '@/lib/ops/ctx';
import { loadStock } from '@/lib/ops/scheduling/load-stock';
import { DEFAULT_PARAMS } from '@/lib/scheduling/fsrs';
import type { StudyDay } from '@/lib/scheduling/model';
import { planStock } from '@/lib/scheduling/stock';
import { migrate } from '../scripts/migrate.mjs';
import { median, quantile, table, verdict } from './figures';

const LEARNERS = 100;
const STATES = 10_000;
/** Cards of the deck that nobody has met: new ones stand behind everything the learner knows. */
const UNMET = 500;
const TIMES = 400;
const NOW = Date.UTC(2026, 10, 23, 12);
const TODAY = Math.floor(NOW / DAY_MS) as StudyDay;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hornbook-bench-'));
const file = path.join(folder, 'queue.db');
await migrate({ ...process.env, DATABASE_URL: `file:${file}` });
fill();
const db = await openDatabase(file);
const bare = new Database(file, { readonly: true });
bare.defaultSafeIntegers(true);
bare.pragma('cache_size = -65536');

const learnerOf = (index: number) => `learner-${(index * 37) % LEARNERS}` as LearnerId;
const due = (index: number) =>
  ({ learnerId: learnerOf(index), phases: ['review'], before: NOW, deckId: null, limit: 50 }) as const;
const unmet = (index: number) =>
  ({ learnerId: learnerOf(index), deckId: 'deck' as DeckId, limit: 20 }) as const;
const statement = bare.prepare(dueCardsSql(due(0)).sql).raw();
const learners = await Promise.all(
  Array.from({ length: LEARNERS }, (_, index) => findLearner(db.read, learnerOf(index))),
);

const timings = {
  bare: [] as number[],
  hornbook: [] as number[],
  unmet: [] as number[],
  plan: [] as number[],
};
for (let index = -50; index < TIMES; index += 1) {
  const at = Math.abs(index);
  const bareMs = await timed(() => statement.all(...(dueCardsSql(due(at)).values as string[])));
  const hornbookMs = await timed(() => dueCards(db.read, due(at)));
  const unmetMs = await timed(() => newCards(db.read, unmet(at)));
  const learner = learners[at % LEARNERS];
  if (!learner) throw new Error('The bench has no such learner.');
  const ctx = { db, actor: { kind: 'operator' }, now: NOW, newId: () => '' } as const;
  const planMs =
    at % 8 === 0
      ? await timed(async () =>
          planStock(await loadStock(ctx, learner, { deckId: null, ahead: 0 }), { now: NOW, tz: learner.tz }),
        )
      : null;
  if (index < 0) continue;
  timings.bare.push(bareMs);
  timings.hornbook.push(hornbookMs);
  timings.unmet.push(unmetMs);
  if (planMs !== null) timings.plan.push(planMs);
}
const found = (await dueCards(db.read, due(0))).length;
const plan = bare
  .prepare(`EXPLAIN QUERY PLAN ${dueCardsSql(due(0)).sql}`)
  .all(...(dueCardsSql(due(0)).values as string[]));
bare.close();
await db.close();
fs.rmSync(folder, { recursive: true, force: true });

if (found !== 50) throw new Error(`The due query found ${found} cards instead of 50.`);
const row = (name: string, values: readonly number[]) => [
  name,
  Math.min(...values).toFixed(3),
  median(values).toFixed(3),
  quantile(values, 0.99).toFixed(3),
];
console.log(
  table(
    ['', 'min ms', 'p50 ms', 'p99 ms'],
    [
      row('50 due cards, bare better-sqlite3', timings.bare),
      row('50 due cards, through Hornbook', timings.hornbook),
      row('20 new cards behind 10,000 met ones', timings.unmet),
      row('the whole day planned', timings.plan),
    ],
  ),
);
console.log(`\n${(plan as { detail: string }[]).map(({ detail }) => detail).join('\n')}\n`);
console.log(verdict('1 ms / p99 of the due query in SQL', 1 / quantile(timings.bare, 0.99), 1));
console.log(
  verdict('bare / Hornbook, p50 of the due query', median(timings.bare) / median(timings.hornbook), 0.1),
);

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A million states, interleaved by learner as life would write them; a tenth of each learner's cards is due. */
function fill(): void {
  const database = new Database(file);
  database.pragma('synchronous = OFF');
  const { id, ...values } = DEFAULT_PARAMS;
  database.exec('BEGIN');
  database.prepare('INSERT INTO "ParameterSet" VALUES (?, ?)').run(id, JSON.stringify(values));
  database
    .prepare(`INSERT INTO "Deck" ("id", "slug", "title", "description", "language", "position")
      VALUES ('deck', 'deck', 'Deck', '', 'en', 0)`)
    .run();
  database
    .prepare(`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${STATES + UNMET - 1})
      INSERT INTO "Card" ("uid", "deckId", "key", "unit", "kind", "position", "version", "createdAt", "contentHash",
        "answerHash", "frontText", "frontHtml", "backHtml", "details")
      SELECT 'card-' || i, 'deck', 'unit-' || i || ':fwd', 'unit-' || i, 'qa', i, 1, 0, '', '', 'Question ' || i,
        '<p>Question ' || i || '</p>', '<p>Answer ' || i || '</p>', '{}' FROM n`)
    .run();
  database
    .prepare(`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${LEARNERS - 1})
      INSERT INTO "Learner" ("id", "createdAt", "tz", "parameterSetId") SELECT 'learner-' || i, 0, 'UTC', ? FROM n`)
    .run(id);
  // As answering leaves it: the search for new cards begins behind those that were met.
  database.prepare(`INSERT INTO "Enrolment" SELECT "id", 'deck', 0, 0, ${STATES} FROM "Learner"`).run();
  database
    .prepare(`WITH RECURSIVE c(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM c WHERE i < ${STATES - 1}),
        l(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM l WHERE k < ${LEARNERS - 1})
      INSERT INTO "CardState" ("learnerId", "cardUid", "engineVersion", "parameterSetId", "phase", "step", "stability",
        "difficulty", "lastAt", "lastDay", "dueAt", "intervalDays", "reps", "lapses", "introducedDay", "suspended",
        "queueDue", "lastEventAt", "lastEventId")
      SELECT 'learner-' || k, 'card-' || i, 'bench', $set, 'review', 0, 10.0 + i % 90, 5.0, $now - 864000000,
        $today - 10, $now + due, 10, 5, 0, $today - 100, 0, $now + due, $now - 864000000, 'event'
      FROM (SELECT i, k, (((i * 7919 + k * 104729) % 100000) - 10000) * 86400 AS due FROM c CROSS JOIN l)`)
    .run({ set: id, now: NOW, today: TODAY });
  database.exec('COMMIT');
  database.close();
}
