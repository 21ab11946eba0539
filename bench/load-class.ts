// A class of a thousand sits the same examination: within ten seconds everybody begins a block of twenty and has it on
// the screen; they answer; within ten seconds everybody hands in and reads the result. Against the production server,
// from this process, through the form and the pages that browsers use. `--students N` (1,000), `--within N` seconds (10).
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { quantile, table } from './figures';
import { exchange, type Heard, json, type Said } from './line';
import { brokenStates, command, enrol, newTrial, type Student, serve } from './traffic';

const ITEMS = 20;
/** A student thinks this many answers between two sendings; each is a choice and how sure they are. */
const ANSWERS_IN_REQUEST = 5;

const words = process.argv.slice(2).join(' ');
const option = (name: string, fallback: number) =>
  Number(new RegExp(`--${name}[= ](\\d+)`).exec(words)?.[1] ?? fallback);
const STUDENTS = option('students', 1_000);
const WITHIN_MS = option('within', 10) * 1_000;

type Figures = { firstMs: number[]; doneMs: number[]; refusals: number; brokenLines: number };
type Candidate = Student & { attempt: string; chosen: string[] };

const trial = await newTrial();
const content = path.resolve(import.meta.dirname, '..', 'content');
const publish = command(trial, 'lib/cli/main.ts', ['content', 'publish', content]);
if ((await publish.ended) !== 0) throw new Error(publish.complaint());
const candidates = (await enrol(trial, STUDENTS)).map(
  (student): Candidate => ({ ...student, attempt: v7(), chosen: [] }),
);
const server = await serve(trial);
const action = await actionOf(candidates[0] as Candidate);

const rows = [
  ...(await together('begin', WITHIN_MS, [
    ['begin the block', (candidate) => ask(`${server.address}/quiz`, candidate, form(candidate))],
    ['open its page', (candidate) => ask(`${server.address}/quiz/${candidate.attempt}`, candidate)],
  ])),
  ...(await together('answer', 2 * WITHIN_MS, [
    ...Array.from({ length: ITEMS / ANSWERS_IN_REQUEST }, (_, part): Step => {
      return [
        'save five answers',
        (candidate) =>
          ask(
            `${server.address}/api/attempts/${candidate.attempt}/changes`,
            candidate,
            answers(candidate, part),
          ),
      ];
    }),
  ])),
  ...(await together('hand in', WITHIN_MS, [
    [
      'hand in',
      (candidate) => ask(`${server.address}/api/attempts/${candidate.attempt}/finish`, candidate, json({})),
    ],
    ['open the result', (candidate) => ask(`${server.address}/quiz/${candidate.attempt}/result`, candidate)],
  ])),
];

server.kill('SIGTERM');
const code = await server.ended;
const broken = [
  ...lost(),
  ...(await brokenStates(trial)),
  ...(code === 0 ? [] : [`The server ended with ${code}.`]),
];
console.log(
  table(
    ['', 'requests', 'p50 ms', 'p95', 'p99', 'longest', 'until done p95', 'longest', '503s', 'broken lines'],
    rows,
  ),
);
console.log(`\n${STUDENTS} students, ${ITEMS} items each (${os.cpus().length} CPUs).`);
for (const sentence of broken) console.log(`BROKEN: ${sentence}`);
if (broken.length === 0) console.log('Nothing was lost and nothing doubled.');
fs.rmSync(trial.folder, { recursive: true, force: true });
process.exit(broken.length === 0 ? 0 : 1);

type Step = readonly [name: string, act: (candidate: Candidate) => Promise<Heard>];

/** Everybody takes these steps, beginning at a moment of their own within `withinMs`. One row of figures for each name. */
async function together(phase: string, withinMs: number, steps: readonly Step[]): Promise<string[][]> {
  const figures = new Map<string, Figures>(
    steps.map(([name]) => [name, { firstMs: [], doneMs: [], refusals: 0, brokenLines: 0 }]),
  );
  await Promise.all(
    candidates.map(async (candidate) => {
      const spreadMs = phase === 'answer' ? withinMs / steps.length : withinMs;
      await pause(Math.random() * spreadMs);
      for (const [index, [name, act]] of steps.entries()) {
        // Who answers takes the whole time for it; a page is opened as soon as the address is known.
        if (index > 0 && phase === 'answer') await pause(Math.random() * spreadMs);
        await insist(figures.get(name) as Figures, () => act(candidate));
      }
    }),
  );
  return [...figures].map(([name, { firstMs, doneMs, refusals, brokenLines }]) => [
    `${name}, within ${withinMs / 1_000} s`,
    String(firstMs.length),
    ...[0.5, 0.95, 0.99, 1].map((q) => quantile(firstMs, q).toFixed(0)),
    ...[0.95, 1].map((q) => quantile(doneMs, q).toFixed(0)),
    String(refusals),
    String(brokenLines),
  ]);
}

/** One request, said again until it was heard, as a browser that waits does. */
async function insist(figures: Figures, act: () => Promise<Heard>): Promise<void> {
  const start = performance.now();
  for (;;) {
    const asked = performance.now();
    try {
      const heard = await act();
      if (heard.status === 200 || heard.status === 303) {
        figures.firstMs.push(performance.now() - asked);
        figures.doneMs.push(performance.now() - start);
        return;
      }
      if (heard.status !== 503)
        throw new Unexpected(`The server answered ${heard.status}: ${heard.text.slice(0, 300)}`);
      figures.refusals += 1;
      await pause((heard.retryAfterS ?? 1) * 1_000 * (1 + Math.random()));
    } catch (error) {
      if (error instanceof Unexpected) throw error;
      figures.brokenLines += 1;
      await pause(1_000);
    }
  }
}

class Unexpected extends Error {}

function ask(url: string, { cookie }: Student, body?: Said['body']): Promise<Heard> {
  return exchange(url, body === undefined ? { cookie } : { cookie, body });
}

/** The hidden fields by which the form says what to do, as a browser without scripts reads them. */
async function actionOf(candidate: Candidate): Promise<readonly (readonly [string, string])[]> {
  const { text } = await ask(`${server.address}/quiz`, candidate);
  const fields = [...text.matchAll(/<input type="hidden" name="(\$ACTION[^"]*)"(?: value="([^"]*)")?/g)];
  if (fields.length === 0) throw new Error('The page of cases has no form to begin a block.');
  return fields.map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')]);
}

/** The filled form: twenty items in thirty minutes, as an examination. */
function form(candidate: Candidate): NonNullable<Said['body']> {
  const boundary = 'a-line-that-stands-in-no-field';
  const fields: readonly (readonly [string, string])[] = [
    ...action,
    ['id', candidate.attempt],
    ['filter', 'all'],
    ['count', String(ITEMS)],
    ['mode', 'exam'],
    ['timing', 'block'],
    ['minutes', '30'],
  ];
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { type: `multipart/form-data; boundary=${boundary}`, text: `${parts.join('')}--${boundary}--\r\n` };
}

/** A choice and how sure, for the items of this part of the block. */
function answers(candidate: Candidate, part: number): NonNullable<Said['body']> {
  const changes = Array.from({ length: ANSWERS_IN_REQUEST }, (_, index) => {
    const slot = part * ANSWERS_IN_REQUEST + index;
    const chosen = 'ABCDE'.charAt(Math.floor(Math.random() * 5));
    candidate.chosen[slot] = chosen;
    const common = { slot, madeAt: Date.now() };
    return [
      { ...common, id: v7(), rev: 2 * slot + 1, kind: 'choose', option: chosen },
      { ...common, id: v7(), rev: 2 * slot + 2, kind: 'confidence', confidence: 'think' },
    ];
  });
  return json({ changes: changes.flat() });
}

/** What is not in the database as it was given, as sentences. */
function lost(): readonly string[] {
  const database = new Database(trial.databaseFile, { readonly: true });
  const attempts = database.prepare(`SELECT "learnerId", "id", "finishedBy" FROM "Attempt"`).all() as {
    learnerId: string;
    id: string;
    finishedBy: string | null;
  }[];
  const choices = database
    .prepare(
      `SELECT "attemptId", "slot", "value" ->> 'option' AS "option" FROM "AttemptChange" WHERE "kind" = 'choose' ORDER BY "slot"`,
    )
    .all() as { attemptId: string; slot: number; option: string }[];
  const ratings = database
    .prepare(
      `SELECT "learnerId", count(*) AS "n" FROM "ReviewEvent" WHERE "kind" = 'case' GROUP BY "learnerId"`,
    )
    .all() as { learnerId: string; n: number }[];
  database.close();
  const chosenIn = new Map<string, string[]>();
  for (const { attemptId, option } of choices)
    chosenIn.set(attemptId, [...(chosenIn.get(attemptId) ?? []), option]);
  const ratingsOf = new Map(ratings.map(({ learnerId, n }) => [learnerId, n]));
  const found = candidates.flatMap(({ learnerId, attempt, chosen }) => {
    const own = attempts.filter((one) => one.learnerId === learnerId);
    return [
      ...(own.length === 1 && own[0]?.id === attempt ? [] : [`A student has ${own.length} attempts.`]),
      ...(own[0]?.finishedBy === 'learner' ? [] : ['An attempt was not handed in.']),
      ...(chosenIn.get(attempt)?.join('') === chosen.join('')
        ? []
        : ['Choices differ from those that were sent.']),
      ...(ratingsOf.get(learnerId) === ITEMS
        ? []
        : [`An attempt was rated ${ratingsOf.get(learnerId) ?? 0} times.`]),
    ];
  });
  return [...new Set(found)];
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
