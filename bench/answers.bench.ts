// Answers over HTTP at 1, 16 and 64 clients, singly and in batches of 20, against the same request that is
// authenticated and parsed and then does nothing, and against bare better-sqlite3 filing answers one a transaction at
// the same durability. Everything alternates within each round, and only ratios within the run are held to a gate.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import autocannon from 'autocannon';
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { guestTokenHash } from '@/lib/accounts/guest-token';
import { startAsGuest } from '@/lib/ops/accounts/start-as-guest';
import { openDatabase } from '@/lib/ops/ctx';
import { serveThrowaway } from '../scripts/throwaway.mjs';
import { median, table, verdict } from './figures';

const CLIENTS = [1, 16, 64] as const;
const ROUNDS = 3;
const SECONDS = 3;
const BATCH = 20;

type Guest = Readonly<{ learnerId: string; cookie: string }>;
type Load = Readonly<{ name: string; batch: number; stranger: boolean }>;

const LOADS: readonly Load[] = [
  // A batch that says it is another learner's is authenticated, parsed whole and refused item by item: the floor.
  { name: 'no-op POST', batch: 1, stranger: true },
  { name: 'single answers', batch: 1, stranger: false },
  { name: `batches of ${BATCH}`, batch: BATCH, stranger: false },
];

const server = await serveThrowaway({ environment: process.env });
const databaseFile = server.databaseUrl.replace(/^file:/, '');
const secret = fs.readFileSync(path.join(path.dirname(databaseFile), 'secret'), 'utf8').trim();
const bare = new Database(databaseFile, { readonly: true });
const cards = (bare.prepare('SELECT "uid" FROM "Card"').all() as { uid: string }[]).map(({ uid }) => uid);
const guests = await newGuests(Math.max(...CLIENTS));

const perSecond = new Map<string, number[]>();
const latencies = new Map<string, number[]>();
for (let round = 0; round < ROUNDS; round += 1) {
  note(perSecond, 'bare better-sqlite3', bareTransactions());
  for (const clients of CLIENTS) {
    for (const load of LOADS) {
      const result = await fire(clients, load);
      if (result.non2xx > 0 || result.errors > 0) {
        throw new Error(`${load.name} at ${clients}: ${result.non2xx} refusals, ${result.errors} errors`);
      }
      note(perSecond, key(load.name, clients), result.requests.average * load.batch);
      note(latencies, key(load.name, clients), result.latency.p99);
    }
  }
}
const stored = (bare.prepare('SELECT count(*) AS "n" FROM "ReviewEvent"').get() as { n: number }).n;
bare.close();
await server.stop();

const rows = [
  ['bare better-sqlite3, one a transaction', '1', figure('bare better-sqlite3'), ''],
  ...CLIENTS.flatMap((clients) =>
    LOADS.map(({ name }) => [
      name,
      String(clients),
      figure(key(name, clients)),
      median(latencies.get(key(name, clients)) ?? []).toFixed(1),
    ]),
  ),
];
console.log(table(['', 'clients', 'answers/s (min, median, max)', 'p99 ms'], rows));
console.log(`\n${stored} answers were stored in all.\n`);
const ratio = (name: string, floor: string) => middle(name) / middle(floor);
for (const clients of [16, 64] as const) {
  const single = ratio(key('single answers', clients), key('no-op POST', clients));
  console.log(verdict(`single answers / no-op POST, ${clients} clients`, single, 0.6));
}
const batched = (clients: number) => ratio(key(`batches of ${BATCH}`, clients), 'bare better-sqlite3');
console.log(verdict(`batches of ${BATCH} / bare better-sqlite3, 1 client`, batched(1), 0.8));
console.log(verdict(`batches of ${BATCH} / bare better-sqlite3, 16 clients`, batched(16), 1.2));

function key(name: string, clients: number): string {
  return `${name} × ${clients}`;
}

function note(figures: Map<string, number[]>, name: string, value: number): void {
  figures.set(name, [...(figures.get(name) ?? []), value]);
}

function middle(name: string): number {
  return median(perSecond.get(name) ?? []);
}

function figure(name: string): string {
  const values = perSecond.get(name) ?? [];
  return [Math.min(...values), median(values), Math.max(...values)]
    .map((value) => value.toFixed(0))
    .join(' / ');
}

async function newGuests(count: number): Promise<readonly Guest[]> {
  const db = await openDatabase(databaseFile);
  const made: Guest[] = [];
  for (let index = 0; index < count; index += 1) {
    const token = randomBytes(32).toString('base64url');
    const ctx = { db, actor: { kind: 'nobody' }, now: Date.now(), newId: () => v7() } as const;
    const learnerId = await startAsGuest(ctx, { tokenHash: guestTokenHash(token, secret), tz: 'UTC' });
    made.push({ learnerId, cookie: `hornbook_guest=${token}` });
  }
  await db.close();
  return made;
}

/** Keeps `clients` connections busy, each a learner of its own, each request with answers never sent before. */
function fire(clients: number, { batch, stranger }: Load): Promise<autocannon.Result> {
  let next = 0;
  return autocannon({
    url: `${server.address}/api/reviews`,
    connections: clients,
    duration: SECONDS,
    method: 'POST',
    setupClient(client) {
      const guest = guests[next % guests.length] as Guest;
      next += 1;
      const send = () =>
        client.setHeadersAndBody(
          { 'content-type': 'application/json', cookie: guest.cookie },
          bodyOf(stranger ? v7() : guest.learnerId, batch),
        );
      send();
      client.on('response', send);
    },
  });
}

function bodyOf(learnerId: string, batch: number): string {
  const now = Date.now();
  const events = Array.from({ length: batch }, () => ({
    id: v7(),
    kind: 'review',
    cardUid: cards[Math.floor(Math.random() * cards.length)],
    grade: 3,
    answeredAt: now,
    tz: 'UTC',
    tookMs: 4_000,
    placedDays: null,
    seenVersion: 1,
    presentationId: v7(),
  }));
  return JSON.stringify({ learnerId, sentAt: now, events });
}

/** The least that filing an answer can be: append, read the state, write it; one sync to disk for each answer. */
function bareTransactions(): number {
  const file = `${databaseFile}.bare`;
  fs.writeFileSync(file, bare.serialize());
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const learnerId = guests[0]?.learnerId ?? '';
  const append = database.prepare(`INSERT INTO "ReviewEvent" ("learnerId", "id", "kind", "cardUid", "grade",
    "answeredAt", "sentAt", "receivedAt", "effectiveAt", "tz", "tookMs", "presentationId")
    VALUES (?, ?, 'review', ?, 3, ?, ?, ?, ?, 'UTC', 4000, ?)`);
  const read = database.prepare('SELECT * FROM "CardState" WHERE "learnerId" = ? AND "cardUid" = ?');
  const save =
    database.prepare(`INSERT INTO "CardState" ("learnerId", "cardUid", "engineVersion", "parameterSetId",
    "phase", "step", "stability", "difficulty", "lastAt", "lastDay", "dueAt", "intervalDays", "reps", "lapses",
    "suspended", "queueDue", "lastEventAt", "lastEventId")
    VALUES (?, ?, 'bare', 'bare', 'review', 0, 3.1, 5.2, ?, 20000, ?, 3, 1, 0, 0, ?, ?, ?)
    ON CONFLICT DO UPDATE SET "stability" = excluded."stability", "lastAt" = excluded."lastAt",
      "dueAt" = excluded."dueAt", "queueDue" = excluded."queueDue", "reps" = excluded."reps",
      "lastEventAt" = excluded."lastEventAt", "lastEventId" = excluded."lastEventId"`);
  const answer = database.transaction((now: number) => {
    const id = v7();
    const card = cards[Math.floor(Math.random() * cards.length)];
    append.run(learnerId, id, card, now, now, now, now, v7());
    read.get(learnerId, card);
    save.run(learnerId, card, now, now, now, now, id);
  });
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < SECONDS * 1_000) {
    answer.immediate(Date.now());
    done += 1;
  }
  const rate = (done * 1_000) / (performance.now() - start);
  database.close();
  for (const suffix of ['', '-wal', '-shm']) fs.rmSync(file + suffix, { force: true });
  return rate;
}
