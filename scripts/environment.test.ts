import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  adminTokenFor,
  databaseFile,
  databaseUrl,
  hostName,
  portNumber,
  root,
  secretFor,
} from './environment.mjs';

describe('DATABASE_URL', () => {
  it.each([
    ['nothing', undefined, path.join(root, 'data/hornbook.db')],
    ['a path from the root of the repository', 'file:other/a.db', path.join(root, 'other/a.db')],
    ['a path that starts with a dot', 'file:./a.db', path.join(root, 'a.db')],
    ['an absolute path', 'file:/srv/a.db', '/srv/a.db'],
    ['a full URL', 'file:///srv/a.db', '/srv/a.db'],
    ['parameters, which SQLite needs none of', 'file:a.db?connection_limit=1', path.join(root, 'a.db')],
  ])('may be %s', (_what, url, file) => {
    expect(databaseFile(databaseUrl({ DATABASE_URL: url }))).toBe(file);
  });

  it('is refused when it names a server, without repeating the password', () => {
    const url = 'postgres://me:secret@host/base';
    expect(() => databaseUrl({ DATABASE_URL: url })).toThrow(
      /^DATABASE_URL starts with "postgres:", but (?!.*secret).*\.$/,
    );
  });

  it.each(['data/a.db', 'file:'])('is refused when it is "%s"', (url) => {
    expect(() => databaseUrl({ DATABASE_URL: url })).toThrow(/^DATABASE_URL .*: set it to .*\.$/);
  });
});

describe('PORT and HOST', () => {
  it('are 3000 and the loopback address unless set', () => {
    expect([portNumber({}), hostName({})]).toEqual([3000, '127.0.0.1']);
    expect([portNumber({ PORT: '0' }), hostName({ HOST: '::' })]).toEqual([0, '::']);
  });

  it.each(['http', '-1', '65536', '3000.5', '1e3'])('PORT=%s is refused', (PORT) => {
    expect(() => portNumber({ PORT })).toThrow(
      `PORT must be a whole number from 0 to 65535, and it is "${PORT}".`,
    );
  });
});

describe('secret', () => {
  it('is made once, beside the database, readable by its owner alone', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hornbook-secret-'));
    const url = databaseUrl({ DATABASE_URL: `file:${folder}/app.db` });
    const first = secretFor({}, url);
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(secretFor({}, url)).toBe(first);
    expect(fs.statSync(path.join(folder, 'secret')).mode & 0o777).toBe(0o600);
    fs.rmSync(folder, { recursive: true });
  });

  it('is taken from HORNBOOK_SECRET when that is long enough', () => {
    expect(secretFor({ HORNBOOK_SECRET: 's'.repeat(32) }, 'file:/nowhere/app.db')).toBe('s'.repeat(32));
    expect(() => secretFor({ HORNBOOK_SECRET: 'short' }, 'file:/nowhere/app.db')).toThrow(
      /shorter than 32 characters/,
    );
  });
});

describe('the admin token', () => {
  it('is made once beside the database, for the owner alone, and known to be new only then', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hornbook-token-'));
    const url = `file:${path.join(folder, 'app.db')}`;
    const first = adminTokenFor({}, url);
    expect(first).toMatchObject({ token: expect.stringMatching(/^[\w-]{32}$/), isNew: true });
    expect(adminTokenFor({}, url)).toEqual({ ...first, isNew: false });
    expect(fs.statSync(first.file).mode & 0o777).toBe(0o600);
    fs.rmSync(folder, { recursive: true });
  });

  it('is taken from HORNBOOK_ADMIN_TOKEN, and then no file is made', () => {
    const token = 't'.repeat(20);
    const { file, ...rest } = adminTokenFor({ HORNBOOK_ADMIN_TOKEN: token }, 'file:/nowhere/app.db');
    expect(rest).toEqual({ token, isNew: false });
    expect(fs.existsSync(file)).toBe(false);
  });
});
