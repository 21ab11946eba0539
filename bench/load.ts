// Answers at a fixed rate against the production server, from this process, whatever the server's pace: an open load, as
// learners are. `--seconds N` at 200 answers/s (600), `--burst-seconds N` at 750/s (60). What is refused with 503 is kept
// and sent again after Retry-After, as devices do. In the end everything sent is in the database, once.
import fs from 'node:fs';
import os from 'node:os';
import Database from 'better-sqlite3';
import { quantile, table } from './figures';
import {
  type Answer,
  brokenPromises,
  cardsOf,
  command,
  enrol,
  newAnswer,
  newTrial,
  type Student,
  send,
  serve,
  writeDeck,
} from './traffic';

const LEARNERS = 500;
const CARDS = 200;
const TICK_MS = 20;

type Phase = Readonly<{ name: string; perSecond: number; seconds: number }>;
type Figures = { latencies: number[]; refusals: number; failures: number };

const words = process.argv.slice(2).join(' ');
const option = (name: string, fallback: number) =>
  Number(new RegExp(`--${name}[= ](\\d+)`).exec(words)?.[1] ?? fallback);
const PHASES: readonly Phase[] = [
  { name: 'steady', perSecond: 200, seconds: option('seconds', 600) },
  { name: 'burst', perSecond: 750, seconds: option('burst-seconds', 60) },
];

const trial = await newTrial();
const publish = command(trial, 'lib/cli/main.ts', ['content', 'publish', writeDeck(trial.folder, CARDS, 1)]);
if ((await publish.ended) !== 0) throw new Error(publish.complaint());
const cards = cardsOf(trial);
const students = await enrol(trial, LEARNERS);
const server = await serve(trial);
const sent = new Set<string>();
const acknowledged = new Set<string>();

const rows: string[][] = [];
for (const phase of PHASES) rows.push(await run(phase));

server.kill('SIGTERM');
const code = await server.ended;
const broken = [
  ...(await brokenPromises(trial, sent, acknowledged)),
  ...(acknowledged.size === sent.size
    ? []
    : [`${sent.size - acknowledged.size} answers were never acknowledged.`]),
  ...(code === 0 ? [] : [`The server ended with ${code}.`]),
];
const database = new Database(trial.databaseFile, { readonly: true });
const stored = database.prepare('SELECT count(*) FROM "ReviewEvent"').pluck().get() as number;
database.close();
console.log(
  table(
    ['', 'answers/s asked', 'done', 'p50 ms', 'p95 ms', 'p99 ms', 'longest', '503s', 'broken lines'],
    rows,
  ),
);
console.log(
  `\n${sent.size} answers sent, ${acknowledged.size} acknowledged, ${stored} stored (${os.cpus().length} CPUs).`,
);
for (const sentence of broken) console.log(`BROKEN: ${sentence}`);
if (broken.length === 0) console.log('Nothing was lost and nothing doubled.');
fs.rmSync(trial.folder, { recursive: true, force: true });
process.exit(broken.length === 0 ? 0 : 1);

/** Sends each answer at its time, late or not answered ones do not hold up the next. */
async function run({ name, perSecond, seconds }: Phase): Promise<string[]> {
  const figures: Figures = { latencies: [], refusals: 0, failures: 0 };
  const total = perSecond * seconds;
  const under: Promise<void>[] = [];
  const start = performance.now();
  for (let given = 0; given < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - start) * perSecond) / 1_000));
    for (; given < due; given += 1)
      under.push(deliver(students[given % students.length] as Student, figures));
    await pause(TICK_MS);
  }
  await Promise.all(under);
  const took = (performance.now() - start) / 1_000;
  const ms = (q: number) => quantile(figures.latencies, q).toFixed(0);
  return [
    `${name}, ${seconds} s`,
    String(perSecond),
    `${(total / took).toFixed(0)}/s`,
    ms(0.5),
    ms(0.95),
    ms(0.99),
    ms(1),
    String(figures.refusals),
    String(figures.failures),
  ];
}

/** One answer, until it is acknowledged. The latency is that of the request that was taken. */
async function deliver(student: Student, figures: Figures): Promise<void> {
  const answer: Answer = newAnswer(cards[Math.floor(Math.random() * cards.length)] ?? '');
  sent.add(answer.id);
  for (;;) {
    const start = performance.now();
    try {
      const result = await send(server.address, student, [answer]);
      if ('acknowledged' in result) {
        acknowledged.add(answer.id);
        figures.latencies.push(performance.now() - start);
        return;
      }
      if (result.status !== 503) throw new Error(`The server answered ${result.status}.`);
      figures.refusals += 1;
      await pause(result.waitMs * (1 + Math.random()));
    } catch (error) {
      if (error instanceof Error && /^(The server answered|An answer)/.test(error.message)) throw error;
      figures.failures += 1;
      await pause(1_000);
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
