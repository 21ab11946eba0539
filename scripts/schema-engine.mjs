#!/usr/bin/env node
// Stands in for Prisma's native `schema-engine`, which is a download: same command line, same JSON-RPC, answered by
// Prisma's own engine in WebAssembly over the better-sqlite3 adapter. SQLite only. scripts/prisma.mjs names it to Prisma.
import fs from 'node:fs';
import path from 'node:path';
import { createDatabase, databaseFileOf, removeDatabase } from './schema-engine/database-file.mjs';
import { log } from './schema-engine/log.mjs';

const words = process.argv.slice(2);

if (words.includes('--version') || words.includes('-V')) await printVersion();
else if (words.includes('cli')) administer(words[words.indexOf('cli') + 1], datasourceFile());
else await answerRequests();

async function printVersion() {
  const { loadEngine } = await import('./schema-engine/wasm-engine.mjs');
  process.stdout.write(`schema-engine-cli ${(await loadEngine()).version()} (wasm)\n`);
}

async function answerRequests() {
  const { serve } = await import('./schema-engine/rpc.mjs');
  await serve(datasourceFile(), valuesOf('--datamodels'));
  process.exit(0);
}

function administer(command, file) {
  // The Prisma command line drops the first line of stderr.
  log('INFO', 'Starting schema engine CLI', { git_hash: 'wasm' });
  if (file === null) fail('P1012', 'Only file: URLs (SQLite) are supported without the native engine.');
  if (command === 'create-database') attempt(() => createDatabase(file));
  else if (command === 'drop-database') attempt(() => removeDatabase(file));
  else if (command !== 'can-connect-to-database') fail('P1000', `Unknown command "${command}".`);
  else if (!fs.existsSync(file)) fail('P1003', `Database \`${path.basename(file)}\` does not exist`);
  process.exit(0);
}

function attempt(change) {
  try {
    change();
  } catch (error) {
    fail('P1000', error.message);
  }
}

function fail(code, message) {
  log('ERROR', message, { is_panic: false, error_code: code, message, meta: {} });
  process.exit(1);
}

function datasourceFile() {
  return databaseFileOf(JSON.parse(valuesOf('--datasource')[0] ?? '{}').url);
}

function valuesOf(option) {
  return words.flatMap((word, index) => (word === option ? [words[index + 1]] : []));
}
