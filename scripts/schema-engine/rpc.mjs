// JSON-RPC on stdio, as the Prisma command line speaks it: one request a line in, one response a line out.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { migrationDatabase } from './database.mjs';
import { createDatabase } from './database-file.mjs';
import { log } from './log.mjs';
import { loadEngine, panicMessage } from './wasm-engine.mjs';

// The one method whose name differs between the wire and the WebAssembly class.
const METHOD_NAMES = { getDatabaseVersion: 'version' };
// The engine's own requests need ids that no request of the command line has.
const OWN_ID_OFFSET = 1_000_000;

/** Answers requests until stdin closes. `file` is the database (null: none), `datamodels` the paths of schema files. */
export async function serve(file, datamodels) {
  let session = null;
  // The engine locks the file exclusively, a mode in which SQLite removes its journal only on closing, and the Prisma
  // command line ends us with a signal. Statements are synchronous, so none is cut short.
  process.once('SIGTERM', () => {
    session?.database.close();
    process.exit(0);
  });
  for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const request = JSON.parse(line);
    // A line without a method is the answer to a `print` of ours.
    if (!request.method) continue;
    try {
      if (request.method === 'createDatabase') {
        createDatabase(file);
        respond(request, { databaseName: path.basename(file) });
        continue;
      }
      // A diff may come before there is a database, and must not leave one behind.
      const place = request.method === 'diff' && file !== null && !existsSync(file) ? null : file;
      if (session?.place !== place) session = await openSession(place, datamodels);
      respond(request, await call(session, request));
    } catch (error) {
      refuse(request, session?.database.causeOf(error) ?? error);
    }
  }
  session?.database.close();
}

async function openSession(place, datamodels) {
  const database = migrationDatabase(place);
  const schemas = datamodels.map((name) => [name, readFileSync(path.resolve(name), 'utf8')]);
  const { SchemaEngine } = await loadEngine();
  const engine = await SchemaEngine.new(
    { datamodels: schemas.length > 0 ? schemas : undefined },
    (line) => log('INFO', String(line)),
    database.factory,
  );
  return { engine, database, place };
}

async function call({ engine, database }, request) {
  const name = METHOD_NAMES[request.method] ?? request.method;
  if (typeof engine[name] !== 'function') {
    throw new Error(`The WebAssembly schema engine has no "${request.method}"; try PRISMA_NATIVE_ENGINE=1.`);
  }
  database.method = request.method;
  if (name === 'reset' && database.connected) {
    // The WebAssembly `reset` only empties tables; the native one starts from an empty file, and `migrate reset` relies on it.
    await database.truncate();
    return {};
  }
  if (name === 'markMigrationApplied' && database.connected && !(await database.hasHistory())) {
    await database.createHistory();
  }
  if (name === 'evaluateDataLoss' || name === 'createMigration') {
    // These need the shadow database but only devDiagnostic opens it, and on a new database it stopped before that.
    const { migrationsList, filters } = request.params;
    await engine.devDiagnostic({ migrationsList, filters });
  }
  const result = (await engine[name](request.params ?? {})) ?? {};
  if (name === 'diagnoseMigrationHistory' && database.connected && result.hasMigrationsTable) {
    // It counted our empty answer for a table.
    result.hasMigrationsTable = await database.hasHistory();
  }
  if (name === 'diff' && result.stdout != null) {
    // The native engine has the command line print a diff; the WebAssembly one returns it.
    send({
      id: OWN_ID_OFFSET + request.id,
      method: 'print',
      params: { content: result.stdout.replace(/\n$/, '') },
    });
  }
  return result;
}

function respond(request, result) {
  send({ id: request.id, result });
}

function refuse(request, error) {
  const panic = panicMessage();
  send({
    id: request.id,
    error: {
      code: 4466,
      message: 'An error happened. Check the data field for details.',
      data: {
        is_panic: panic !== '',
        message: error?.message ?? String(error),
        meta: error?.meta ?? null,
        error_code: error?.code,
        ...(panic === '' ? {} : { error: { message: panic } }),
      },
    },
  });
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}
