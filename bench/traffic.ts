// What the crash harness and the load run share: learners of their own, the answers they give, and what is to be found
// in the database afterwards.

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { guestTokenHash } from '@/lib/accounts/guest-token';
import { startAsGuest } from '@/lib/ops/accounts/start-as-guest';
import { type Ctx, openDatabase } from '@/lib/ops/ctx';
import { verifyDecks } from '@/lib/ops/system/verify-decks';
import { verifyStates } from '@/lib/ops/system/verify-states';
import { startNext } from '../scripts/next.mjs';
import { freePort } from '../scripts/requirements.mjs';
import { answers } from '../scripts/serve.mjs';
import { prepareDatabase } from '../scripts/set-up.mjs';
import { exchange, json } from './line';

const HOST = '127.0.0.1';
const SECRET = 'a secret that is only ever used in trials';

/** A database in a folder of its own, and the environment of a production server on it. */
export type Trial = Readonly<{ folder: string; databaseFile: string; environment: NodeJS.ProcessEnv }>;

export type Student = Readonly<{ learnerId: string; cookie: string }>;

/** One answer as a device sends it. */
export type Answer = Readonly<{ id: string; cardUid: string; [field: string]: unknown }>;

export type Server = Readonly<{
  address: string;
  pid: number;
  kill: (signal: NodeJS.Signals) => void;
  ended: Promise<number | null>;
}>;

/** A migrated database without content. */
export async function newTrial(): Promise<Trial> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hornbook-trial-'));
  const databaseFile = path.join(folder, 'trial.db');
  const environment = {
    ...process.env,
    DATABASE_URL: `file:${databaseFile}`,
    HORNBOOK_SECRET: SECRET,
    LOG_LEVEL: 'error',
    NODE_ENV: 'production',
  } as NodeJS.ProcessEnv;
  await prepareDatabase(environment);
  return { folder, databaseFile, environment };
}

/** A folder with one deck of `cards` cards, whose text says `edition`. Returns the folder to publish. */
export function writeDeck(folder: string, cards: number, edition: number): string {
  const deck = path.join(folder, 'content', 'trial');
  fs.mkdirSync(deck, { recursive: true });
  const head = `---\ndeck: trial\ntitle: Trial\ndescription: Made by a trial\nlanguage: en
objectives:\n  T1: { text: Tell the lesions apart, bloom: apply }
sources:\n  book: { title: A textbook, year: 2019, tag: V }\n---\n\n## Signs {#signs}\n\nEdition ${edition}.\n\n`;
  const units = Array.from(
    { length: cards },
    (_, index) =>
      `:::qa{#unit-${index} obj=T1 src=book}\nWhat is question ${index} of edition ${edition}?\n\n---\n\nAnswer ${index}.\n:::\n`,
  );
  fs.writeFileSync(path.join(deck, 'deck.md'), head + units.join('\n'));
  return path.join(folder, 'content');
}

/** New learners with a guest's cookie each. */
export async function enrol(trial: Trial, count: number): Promise<readonly Student[]> {
  const db = await openDatabase(trial.databaseFile);
  const students: Student[] = [];
  for (let index = 0; index < count; index += 1) {
    const token = randomBytes(32).toString('base64url');
    const ctx: Ctx = { db, actor: { kind: 'nobody' }, now: Date.now(), newId: () => v7() };
    const learnerId = await startAsGuest(ctx, { tokenHash: guestTokenHash(token, SECRET), tz: 'UTC' });
    students.push({ learnerId, cookie: `hornbook_guest=${token}` });
  }
  await db.close();
  return students;
}

/** The uids of the cards that stand. */
export function cardsOf(trial: Trial): readonly string[] {
  return read(trial, (database) =>
    (database.prepare('SELECT "uid" FROM "Card" WHERE "retiredAt" IS NULL').all() as { uid: string }[]).map(
      ({ uid }) => uid,
    ),
  );
}

/** A production server on the trial's database; resolves once it answers. */
export async function serve(trial: Trial): Promise<Server> {
  const port = await freePort(HOST);
  const child = startNext('start', {
    host: HOST,
    port,
    environment: trial.environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = `http://${HOST}:${port}`;
  if (!(await answers(`${address}/api/health`, () => child.exitCode !== null || child.signalCode !== null))) {
    throw new Error('The server ended before it answered.');
  }
  return { address, pid: child.pid ?? 0, kill: (signal) => void child.kill(signal), ended };
}

/** Runs a command of the command line as a process of its own; `kill` ends it and all it started. */
export function command(trial: Trial, file: string, words: readonly string[]) {
  const loader = file.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const child = spawn(process.execPath, [...loader, file, ...words], {
    env: trial.environment,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const kill = () => {
    try {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  };
  return { kill, ended, complaint: () => complaint };
}

/** An answer never given before. */
export function newAnswer(cardUid: string): Answer {
  return {
    id: v7(),
    kind: 'review',
    cardUid,
    grade: 1 + Math.floor(Math.random() * 4),
    answeredAt: Date.now(),
    tz: 'UTC',
    tookMs: 4_000,
    placedDays: null,
    seenVersion: 1,
    presentationId: v7(),
  };
}

/** What became of a batch: the ids that were acknowledged, or how long to wait where the server took none. */
export type Sent =
  | Readonly<{ acknowledged: readonly string[] }>
  | Readonly<{ status: number; waitMs: number | null }>;

/** Sends a batch as a device does. Throws when the line breaks. */
export async function send(
  address: string,
  student: Student,
  events: readonly Answer[],
  signal?: AbortSignal,
): Promise<Sent> {
  const reply = await exchange(`${address}/api/reviews`, {
    cookie: student.cookie,
    body: json({ learnerId: student.learnerId, sentAt: Date.now(), events }),
    ...(signal === undefined ? {} : { signal }),
  });
  if (reply.status !== 200)
    return { status: reply.status, waitMs: reply.retryAfterS === null ? null : reply.retryAfterS * 1_000 };
  const body = JSON.parse(reply.text);
  const results = body.results as readonly { id: string; status: string; message?: string }[];
  const refused = results.find(({ status }) => status !== 'stored' && status !== 'duplicate');
  if (refused !== undefined) throw new Error(`An answer was not taken: ${JSON.stringify(refused)}`);
  return { acknowledged: results.map(({ id }) => id) };
}

/** What is wrong in the database, as sentences; none when every promise was kept. */
export async function brokenPromises(
  trial: Trial,
  sent: ReadonlySet<string>,
  acknowledged: ReadonlySet<string>,
): Promise<readonly string[]> {
  const broken = read(trial, (database) => {
    const found: string[] = [];
    const check = database.pragma('integrity_check', { simple: true });
    if (check !== 'ok') found.push(`The file is damaged: ${check}.`);
    const ids = (database.prepare('SELECT "id" FROM "ReviewEvent"').all() as { id: string }[]).map(
      ({ id }) => id,
    );
    const stored = new Set(ids);
    const lost = [...acknowledged].filter((id) => !stored.has(id));
    const invented = [...stored].filter((id) => !sent.has(id));
    if (ids.length !== stored.size) found.push(`${ids.length - stored.size} answers are there twice.`);
    if (lost.length > 0) found.push(`${lost.length} acknowledged answers are lost.`);
    if (invented.length > 0) found.push(`${invented.length} answers were never sent.`);
    return found;
  });
  return [...broken, ...(await brokenStates(trial))];
}

/** What is wrong with states and decks, whatever was sent, as sentences. */
export async function brokenStates(trial: Trial): Promise<readonly string[]> {
  const db = await openDatabase(trial.databaseFile);
  const ctx: Ctx = { db, actor: { kind: 'operator' }, now: Date.now(), newId: () => v7() };
  const [states, decks] = [await verifyStates(ctx, { repair: false }), await verifyDecks(ctx)];
  await db.close();
  if (!states.ok || !decks.ok) return ['The operator was refused.'];
  const { wrong } = states.value;
  const { problems, recompiled } = decks.value;
  return [
    ...(wrong.length > 0 ? [`${wrong.length} states are not the fold of their log.`] : []),
    ...problems,
    ...(recompiled > 0 ? [`${recompiled} cards are not those of the published revision.`] : []),
  ];
}

function read<T>(trial: Trial, look: (database: Database.Database) => T): T {
  const database = new Database(trial.databaseFile, { readonly: true });
  try {
    return look(database);
  } finally {
    database.close();
  }
}
