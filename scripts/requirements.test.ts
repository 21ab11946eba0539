import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeProblem } from './node-version.mjs';
import {
  compilerSentence,
  freePort,
  missingCompilerTools,
  requireFreePort,
  requireWritableDatabase,
  requireWritableFolder,
} from './requirements.mjs';

const HOST = '127.0.0.1';
let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hornbook-requirements-'));
});

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('Node', () => {
  it.each([
    ['18.20.4', '>=20.19'],
    ['20.9.0', '>=20.19'],
    ['20.18.3', '>=20.19'],
  ])('%s is refused in one sentence where %s is asked for', (version, range) => {
    expect(nodeProblem(version, range)).toMatch(
      new RegExp(`^Hornbook needs Node 20\\.19 or newer and this is Node ${version}: .*\\.$`),
    );
  });

  it.each(['20.19.0', '20.20.2', '22.1.0', '100.0.0'])(
    '%s is accepted where >=20.19 is asked for',
    (version) => {
      expect(nodeProblem(version, '>=20.19')).toBeNull();
    },
  );
});

describe('port', () => {
  it('is refused in one sentence when another program listens on it', async () => {
    const other = net.createServer();
    const port = await freePort(HOST);
    await new Promise<void>((resolve) => other.listen(port, HOST, resolve));
    await expect(requireFreePort(HOST, port)).rejects.toThrow(
      `Port ${port} is taken: stop the program that uses it, or choose another port, as in PORT=${port + 1} npm start.`,
    );
    await new Promise((resolve) => other.close(resolve));
    await expect(requireFreePort(HOST, port)).resolves.toBeUndefined();
  });

  it('is refused in one sentence when the host is none of this machine', async () => {
    await expect(requireFreePort('192.0.2.1', await freePort(HOST))).rejects.toThrow(
      /^This machine cannot listen on HOST=192\.0\.2\.1 .*\.$/,
    );
  });
});

describe('write access', () => {
  it('is refused in one sentence for a folder that cannot be written', () => {
    expect(() => requireWritableFolder(path.join(folder, 'absent'), 'files')).toThrow(
      /^Hornbook needs to write files in .*absent and may not: .*\.$/,
    );
  });

  it('makes the folder of a database that is yet to come', () => {
    requireWritableDatabase(path.join(folder, 'deep/er/app.db'));
    expect(fs.statSync(path.join(folder, 'deep/er')).isDirectory()).toBe(true);
    expect(fs.statSync(path.join(folder, 'deep/er')).mode & 0o777).toBe(0o700);
  });

  it('is refused in one sentence for a database whose folder cannot be made', () => {
    fs.writeFileSync(path.join(folder, 'file'), '');
    expect(() => requireWritableDatabase(path.join(folder, 'file/app.db'))).toThrow(
      /^The database .*app\.db cannot be written: .*\.$/,
    );
  });
});

describe('compiler', () => {
  it("is missing tool by tool when PATH has none of a tool's names", () => {
    for (const name of ['python3', 'gmake']) fs.writeFileSync(path.join(folder, name), '');
    expect(missingCompilerTools({ PATH: folder }, 'linux')).toEqual(['g++']);
    expect(missingCompilerTools({}, 'linux')).toEqual(['python3', 'make', 'g++']);
    expect(missingCompilerTools({}, 'win32')).toEqual([]);
  });

  it('is asked for in one sentence that names what is missing', () => {
    expect(compilerSentence(['make', 'g++'])).toMatch(/needs make, g\+\+: install them .*\.$/);
  });
});
