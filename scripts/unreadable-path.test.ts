import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refuseUnreadable } from './unreadable-path.mjs';

const server = http.createServer((request, response) => {
  if (!refuseUnreadable(request, response)) response.end('handled');
});
let origin: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const answerTo = async (path: string) => {
  const response = await fetch(origin + path);
  return [response.status, await response.text()];
};

test.each(['/decks/%', '/media/%', '/decks/%zz', '/decks/%E0%A4%A', '/%ff'])(
  '%s is refused with a sentence before anything handles it',
  async (path) => {
    expect(await answerTo(path)).toEqual([
      400,
      expect.stringMatching(/^This address cannot be read: .+\.\n$/),
    ]);
  },
);

test.each(['/', '/decks/facial-palsy', '/decks/a%20b', '/decks/%C3%A9', '/decks?after=%'])(
  '%s is left to be handled',
  async (path) => {
    expect(await answerTo(path)).toEqual([200, 'handled']);
  },
);
