// What the app takes from its surroundings, with a default for each: port, host, database, secret.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupError } from './report.mjs';

/** The folder that holds package.json. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const DEFAULT_DATABASE_URL = 'file:data/hornbook.db';
const SECRET_BYTES = 32;
const TOKEN_BYTES = 24;
// What the text of a secret must have at least; 32 bytes in base64url are 43 characters.
const SECRET_CHARACTERS = 32;

/**
 * The database as an absolute `file:` URL, so that every program means the same file whatever its working directory.
 * Relative paths start at the repository root. Refuses anything but `file:`, with a sentence.
 */
export function databaseUrl(environment) {
  const url = environment.DATABASE_URL || DEFAULT_DATABASE_URL;
  const scheme = /^[a-z][a-z+]*:/i.exec(url)?.[0];
  if (scheme !== 'file:') {
    // Only the scheme is repeated: the URL of a server carries a password.
    const given = scheme === undefined ? 'has no scheme' : `starts with "${scheme}"`;
    throw new SetupError(
      `DATABASE_URL ${given}, but the database is an SQLite file: set it to a path such as ${DEFAULT_DATABASE_URL}.`,
    );
  }
  const file = url.replace(/\?.*$/, '').replace(/^file:(\/\/(?=\/))?/, '');
  if (file === '')
    throw new SetupError(`DATABASE_URL names no file: set it to a path such as ${DEFAULT_DATABASE_URL}.`);
  return `file:${path.resolve(root, file)}`;
}

/** The path of the file behind a URL made by `databaseUrl`. */
export function databaseFile(url) {
  return url.slice('file:'.length);
}

/** Port 0–65535, 3000 unless PORT says otherwise. 0 means "any free one". */
export function portNumber(environment) {
  const text = environment.PORT || '3000';
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new SetupError(`PORT must be a whole number from 0 to 65535, and it is "${text}".`);
  }
  return Number(text);
}

/** The address to listen on. Loopback by default: to serve a network is a decision, taken with HOST=0.0.0.0. */
export function hostName(environment) {
  return environment.HOST || '127.0.0.1';
}

/**
 * The key that signs cookies: HORNBOOK_SECRET, or the contents of the file `secret` beside the database, made on first
 * use with mode 0600. Whoever loses that file signs every guest out.
 */
export function secretFor(environment, url) {
  if (environment.HORNBOOK_SECRET) {
    return checkedSecret(environment.HORNBOOK_SECRET, 'HORNBOOK_SECRET', 'set a longer one');
  }
  const file = path.join(path.dirname(databaseFile(url)), 'secret');
  try {
    // 'wx' refuses an existing file, so of two processes that start together one makes the secret and both read it.
    fs.writeFileSync(file, randomBytes(SECRET_BYTES).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  return checkedSecret(fs.readFileSync(file, 'utf8').trim(), file, 'delete that file and a new one is made');
}

/**
 * What makes its first bearer an admin: HORNBOOK_ADMIN_TOKEN, or the contents of the file `admin-token` beside the
 * database, made on first use with mode 0600. `isNew` when it was made just now, and nobody can have read it yet.
 */
export function adminTokenFor(environment, url) {
  const file = path.join(path.dirname(databaseFile(url)), 'admin-token');
  if (environment.HORNBOOK_ADMIN_TOKEN)
    return { token: environment.HORNBOOK_ADMIN_TOKEN, file, isNew: false };
  let isNew = true;
  try {
    fs.writeFileSync(file, randomBytes(TOKEN_BYTES).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    isNew = false;
  }
  return { token: fs.readFileSync(file, 'utf8').trim(), file, isNew };
}

/** `environment` as every child process gets it: no tool phones home, and all mean the same database. */
export function childEnvironment(environment) {
  return {
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    ...environment,
    DATABASE_URL: databaseUrl(environment),
  };
}

function checkedSecret(secret, source, remedy) {
  if (secret.length >= SECRET_CHARACTERS) return secret;
  throw new SetupError(`The secret in ${source} is shorter than ${SECRET_CHARACTERS} characters: ${remedy}.`);
}
