// Five thousand learners answer at a fixed rate, whatever the server's pace, against the production server and from this
// process: `--seconds N` at 200 answers/s (600), `--burst-seconds N` at 750/s (60), `--flood-seconds N` at 3,000/s (10),
// which is more than it can take. Each device sends as an outbox does: one request at a time with all that waits, kept
// and sent again after Retry-After when the server says 503. In the end everything given is in the database, once.
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

/** Five thousand at seven seconds a card are 715 answers a second: everybody at once. */
const LEARNERS = 5_000;
const CARDS = 200;
const TICK_MS = 20;
/** A device sends no more in one request. */
const MAX_IN_BATCH = 100;

type Phase = Readonly<{ name: string; perSecond: number; seconds: number }>;
type Figures = { requestMs: number[]; savedMs: number[]; refusals: number; failures: number; hasty: number };
type Device = Readonly<{ student: Student; outbox: { answer: Answer; givenAt: number }[] }> & {
  sending: boolean;
};

const words = process.argv.slice(2).join(' ');
const option = (name: string, fallback: number) =>
  Number(new RegExp(`--${name}[= ](\\d+)`).exec(words)?.[1] ?? fallback);
const PHASES: readonly Phase[] = [
  { name: 'steady', perSecond: 200, seconds: option('seconds', 600) },
  { name: 'burst', perSecond: 750, seconds: option('burst-seconds', 60) },
  { name: 'flood', perSecond: 3_000, seconds: option('flood-seconds', 10) },
];

const trial = await newTrial();
const publish = command(trial, 'lib/cli/main.ts', ['content', 'publish', writeDeck(trial.folder, CARDS, 1)]);
if ((await publish.ended) !== 0) throw new Error(publish.complaint());
const cards = cardsOf(trial);
const devices = (await enrol(trial, LEARNERS)).map(
  (student): Device => ({ student, outbox: [], sending: false }),
);
const server = await serve(trial);
const sent = new Set<string>();
const acknowledged = new Set<string>();

const missing: string[] = [];
const rows: string[][] = [];
for (const phase of PHASES) rows.push(await run(phase));

server.kill('SIGTERM');
const code = await server.ended;
const broken = [
  ...missing,
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
    ['', 'given/s', 'saved/s', ...spreadOf('request'), ...spreadOf('until saved'), '503s', 'broken lines'],
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

function spreadOf(what: string): readonly string[] {
  return [`${what} p50 ms`, 'p95', 'p99', 'longest'];
}

/** Has learners answer at their times, whatever the server's pace, and waits until all of it is saved. */
async function run({ name, perSecond, seconds }: Phase): Promise<string[]> {
  const figures: Figures = { requestMs: [], savedMs: [], refusals: 0, failures: 0, hasty: 0 };
  const total = perSecond * seconds;
  const senders: Promise<void>[] = [];
  const start = performance.now();
  for (let given = 0; given < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - start) * perSecond) / 1_000));
    for (; given < due; given += 1) {
      const device = devices[given % devices.length] as Device;
      const answer = newAnswer(cards[Math.floor(Math.random() * cards.length)] ?? '');
      sent.add(answer.id);
      device.outbox.push({ answer, givenAt: performance.now() });
      if (!device.sending) senders.push(flush(device, figures));
    }
    await pause(TICK_MS);
  }
  await Promise.all(senders);
  const took = (performance.now() - start) / 1_000;
  const spread = (values: readonly number[]) =>
    [0.5, 0.95, 0.99, 1].map((q) => quantile(values, q).toFixed(0));
  if (figures.hasty > 0) missing.push(`${figures.hasty} refusals did not say when to come again.`);
  return [
    `${name}, ${seconds} s`,
    String(perSecond),
    `${(total / took).toFixed(0)}`,
    ...spread(figures.requestMs),
    ...spread(figures.savedMs),
    String(figures.refusals),
    String(figures.failures),
  ];
}

/** One device, as its outbox does it: one request at a time with all that is waiting, until everything is acknowledged. */
async function flush(device: Device, figures: Figures): Promise<void> {
  device.sending = true;
  while (device.outbox.length > 0) {
    const batch = device.outbox.slice(0, MAX_IN_BATCH);
    const start = performance.now();
    try {
      const result = await send(
        server.address,
        device.student,
        batch.map(({ answer }) => answer),
      );
      if ('acknowledged' in result) {
        const now = performance.now();
        for (const id of result.acknowledged) acknowledged.add(id);
        figures.requestMs.push(now - start);
        figures.savedMs.push(...batch.map(({ givenAt }) => now - givenAt));
        device.outbox.splice(0, batch.length);
        continue;
      }
      // A line that stood unread for too long: Node itself ends it. To a device it is a line like any other that broke.
      if (result.status === 408) figures.failures += 1;
      else if (result.status !== 503) throw new Error(`The server answered ${result.status}.`);
      else figures.refusals += 1;
      if (result.status === 503 && result.waitMs === null) figures.hasty += 1;
      await pause((result.waitMs ?? 1_000) * (1 + Math.random()));
    } catch (error) {
      if (error instanceof Error && /^(The server answered|An answer)/.test(error.message)) throw error;
      figures.failures += 1;
      await pause(1_000);
    }
  }
  device.sending = false;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
