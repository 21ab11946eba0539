// Kills the production server, publishes and migrations with −9 at random moments, over and over, while answers stream
// in, and looks after each kill whether a promise was broken. `--kills N` (50).
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { migrate, pendingMigrations } from '../scripts/migrate.mjs';
import {
  type Answer,
  brokenPromises,
  cardsOf,
  command,
  enrol,
  newAnswer,
  newTrial,
  type Server,
  type Student,
  send,
  serve,
  type Trial,
  writeDeck,
} from './traffic';

const CLIENTS = 6;
const CARDS = 60;
const LONGEST_LIFE_MS = 1_000;
const PUBLISH_EVERY = 3;
const MIGRATE_EVERY = 5;
const MIGRATIONS = path.resolve(import.meta.dirname, '../prisma/migrations');

const kills = Number(/--kills[= ](\d+)/.exec(process.argv.slice(2).join(' '))?.[1] ?? 50);
const sent = new Set<string>();
const acknowledged = new Set<string>();
const tally = { publishes: 0, migrations: 0, resent: 0 };
let edition = 1;
/** How long a whole publish takes, so that a kill falls inside one. Milliseconds. */
let publishMs = 0;

const trial = await newTrial();
await publishWhole();
const cards = cardsOf(trial);
const students = await enrol(trial, CLIENTS);
/** What each client has not been told is saved, as its outbox would keep it. */
const waiting = new Map<Student, Answer[]>(students.map((student) => [student, []]));

for (let kill = 1; kill <= kills; kill += 1) {
  const publishing = kill % PUBLISH_EVERY === 0;
  if (kill % MIGRATE_EVERY === 0) await killMigration();
  const before = acknowledged.size;
  await killServer(publishing);
  const broken = await brokenPromises(trial, sent, acknowledged);
  console.log(
    `${String(kill).padStart(3)}: ${acknowledged.size - before} acknowledged${publishing ? ', a publish killed too' : ''}`,
  );
  if (broken.length > 0) end(broken);
}

// What was cut off is sent again, as devices do, and then everything that was ever sent is there.
const server = await serve(trial);
await Promise.all(students.map((student) => flush(server, student)));
server.kill('SIGTERM');
const code = await server.ended;
const left = [...waiting.values()].flat().length;
end([
  ...(await brokenPromises(trial, sent, acknowledged)),
  ...(left > 0 || acknowledged.size !== sent.size
    ? [`${sent.size - acknowledged.size} answers stayed unsaved.`]
    : []),
  ...(code === 0 ? [] : [`The server ended with ${code} when it was asked to stop.`]),
  ...(acknowledged.size === 0 ? ['No answer was ever acknowledged: nothing was tried.'] : []),
]);

/** D01 D03: answers from several clients, and a publish where asked, until the server dies in the middle. */
async function killServer(publishing: boolean): Promise<void> {
  const running = await serve(trial);
  const halt = new AbortController();
  let clients: readonly Promise<void>[] = [];
  await new Promise<void>((onAnswer) => {
    clients = students.map((student) => stream(running, student, halt.signal, onAnswer));
  });
  if (publishing) {
    edition += 1;
    tally.publishes += 1;
    const publish = command(trial, 'lib/cli/main.ts', ['content', 'publish', deckFolder()]);
    await pause(publishMs * (0.4 + 0.7 * Math.random()));
    publish.kill();
    await publish.ended;
  }
  await pause(Math.random() * LONGEST_LIFE_MS);
  running.kill('SIGKILL');
  halt.abort();
  await Promise.all([...clients, running.ended]);
}

/** One client: new answers in small batches, what was not acknowledged first, now and then something sent before. */
async function stream(
  { address }: Server,
  student: Student,
  signal: AbortSignal,
  onAnswer: () => void,
): Promise<void> {
  const outbox = waiting.get(student) ?? [];
  let known: readonly Answer[] = [];
  while (!signal.aborted) {
    while (outbox.length < 1 + Math.random() * 4) outbox.push(newAnswer(any(cards)));
    const again = known.length > 0 && Math.random() < 0.15 ? known.slice(0, 2) : [];
    tally.resent += again.length;
    const batch = [...outbox, ...again];
    for (const { id } of batch) sent.add(id);
    try {
      const result = await send(address, student, batch, signal);
      if (!('acknowledged' in result)) continue;
      for (const id of result.acknowledged) acknowledged.add(id);
      known = batch;
      outbox.length = 0;
      onAnswer();
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('An answer was not taken')) throw error;
      // The line broke, which is the point: the batch stays in the outbox.
      return;
    }
  }
}

async function flush({ address }: Server, student: Student): Promise<void> {
  const outbox = waiting.get(student) ?? [];
  if (outbox.length === 0) return;
  const result = await send(address, student, outbox);
  if (!('acknowledged' in result)) return;
  for (const id of result.acknowledged) acknowledged.add(id);
  outbox.length = 0;
}

/**
 * D16: a copy of the database as it was before a migration, or none at all, whose migration dies in the middle. The next
 * one brings it up to date, and nothing that was there is gone.
 */
async function killMigration(): Promise<void> {
  tally.migrations += 1;
  const file = path.join(trial.folder, 'old.db');
  for (const suffix of ['', '-wal', '-shm', '.lock']) fs.rmSync(file + suffix, { force: true });
  if (tally.migrations % 2 === 1) stepBack(file);
  const rows = fs.existsSync(file) ? countEvents(file) : 0;
  const old: Trial = {
    ...trial,
    databaseFile: file,
    environment: {
      ...trial.environment,
      DATABASE_URL: `file:${file}`,
      BACKUP_FOLDER: path.join(trial.folder, 'old-backups'),
    },
  };
  const script = path.join(trial.folder, 'migrate.mjs');
  const module = path.resolve(import.meta.dirname, '../scripts/migrate.mjs');
  fs.writeFileSync(
    script,
    `import { migrate } from ${JSON.stringify(module)};\nawait migrate(process.env);\n`,
  );
  const migration = command(old, script, []);
  await pause(Math.random() * 4_000);
  migration.kill();
  await migration.ended;
  await migrate(old.environment);
  const pending = await pendingMigrations(file, MIGRATIONS);
  if (pending.length > 0) end([`After a killed migration ${pending.join(', ')} is missing.`]);
  if (countEvents(file) !== rows)
    end([`A killed migration changed ${rows} answers to ${countEvents(file)}.`]);
}

/** The database as it was before its append-only triggers. */
function stepBack(file: string): void {
  const live = new Database(trial.databaseFile, { readonly: true });
  live.prepare('VACUUM INTO ?').run(file);
  live.close();
  const old = new Database(file);
  const triggers = old.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).pluck().all();
  for (const trigger of triggers) old.exec(`DROP TRIGGER "${trigger}"`);
  old.exec(`DELETE FROM "_prisma_migrations" WHERE "migration_name" LIKE '%_append_only'`);
  old.close();
}

function countEvents(file: string): number {
  const database = new Database(file, { readonly: true });
  const count = database.prepare('SELECT count(*) FROM "ReviewEvent"').pluck().get() as number;
  database.close();
  return count;
}

async function publishWhole(): Promise<void> {
  const start = performance.now();
  const publish = command(trial, 'lib/cli/main.ts', ['content', 'publish', deckFolder()]);
  if ((await publish.ended) !== 0) throw new Error(`The deck of the trial is broken: ${publish.complaint()}`);
  publishMs = performance.now() - start;
}

function deckFolder(): string {
  return writeDeck(trial.folder, CARDS, edition);
}

function any<T>(list: readonly T[]): T {
  return list[Math.floor(Math.random() * list.length)] as T;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function end(broken: readonly string[]): never {
  console.log(
    `\n${kills} kills asked for, with ${tally.publishes} publishes and ${tally.migrations} migrations: ` +
      `${sent.size} answers sent (${tally.resent} again), ${acknowledged.size} acknowledged.`,
  );
  if (broken.length === 0) {
    fs.rmSync(trial.folder, { recursive: true, force: true });
    console.log('Every promise was kept.');
    process.exit(0);
  }
  for (const sentence of broken) console.log(`BROKEN: ${sentence}`);
  console.log(`The database is left in ${trial.folder}.`);
  process.exit(1);
}
