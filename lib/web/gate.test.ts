import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import http, { type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { arrivalsHere, watchArrivals } from './arrivals';
import { createGate } from './gate';
import { createTurnWatch } from './turn-watch';

test('answers that come while a turn lasts too long are told to come again, before any work; others are served', async () => {
  const begun: string[] = [];
  const { post, get } = await serverWith(
    { ms: 200, requests: 1, arrivalsMs: 60_000 },
    (request, response) => {
      begun.push(request.url ?? '');
      // What is read after this in the same turn has waited as long.
      if (request.url === '/slow') block(300);
      response.end('served');
    },
  );
  await Promise.all([post('/api/reviews'), post('/slow'), get('/today')]);
  begun.length = 0;
  const [, refused, other, page] = await Promise.all([
    post('/slow'),
    post('/api/reviews'),
    post('/api/sitting'),
    get('/today'),
  ]);
  expect(refused).toMatchObject({ status: 503, retryAfter: '2' });
  expect(JSON.parse(refused?.body ?? '').message).toMatch(/\.$/);
  expect([other?.status, page?.status]).toEqual([200, 200]);
  expect(begun.toSorted()).toEqual(['/api/sitting', '/slow', '/today']);
  expect(await post('/api/reviews')).toMatchObject({ status: 200, body: 'served' });
});

test('a turn that is long without a crowd turns nobody away', async () => {
  const { post } = await serverWith({ ms: 200, requests: 50, arrivalsMs: 60_000 }, (request, response) => {
    if (request.url === '/slow') block(300);
    response.end('served');
  });
  await Promise.all([post('/api/reviews'), post('/slow')]);
  const [, answers] = await Promise.all([post('/slow'), post('/api/reviews')]);
  expect(answers).toMatchObject({ status: 200, body: 'served' });
});

test('answers are told to come again while connections have been arriving for too long, and not once they pause', async () => {
  const { post, postAlone } = await serverWith(
    { ms: 60_000, requests: 1, arrivalsMs: 100 },
    (_, response) => {
      block(10);
      response.end('served');
    },
  );
  const crowd = await Promise.all(Array.from({ length: 60 }, () => postAlone('/api/reviews')));
  const statuses = crowd.map(({ status }) => status);
  expect(statuses).toContain(503);
  expect(statuses).toContain(200);
  expect(await post('/api/reviews')).toMatchObject({ status: 200, body: 'served' });
});

test('connections that arrive turn after turn are told from one that comes alone', async () => {
  let now = 0;
  const arrivals = watchArrivals(() => now);
  const { post, postAlone } = await serverWith(
    { ms: 60_000, requests: 1, arrivalsMs: 60_000 },
    (_, response) => {
      now += 10;
      seen.push(arrivals.lastForMs());
      response.end('served');
    },
  );
  const seen: number[] = [];
  await Promise.all(Array.from({ length: 30 }, () => postAlone('/today')));
  expect(Math.max(...seen)).toBeGreaterThan(50);
  await post('/today');
  await post('/today');
  expect(seen.at(-1)).toBe(0);
  now = 0;
  await arrivals.pause();
});

test('arrivals are watched once in a process, however often it holds this code', async () => {
  const here = arrivalsHere();
  vi.resetModules();
  const bundledApart = await import('./arrivals');
  expect(bundledApart.watchArrivals).not.toBe(watchArrivals);
  expect(bundledApart.arrivalsHere()).toBe(here);
});

test('a turn lasts, and counts, from its beginning on', () => {
  let now = 0;
  const turn = createTurnWatch(() => now);
  now = 70;
  expect(turn.lastsMs()).toBe(70);
  turn.take();
  expect(turn.taken()).toBe(1);
  turn.begin();
  now = 75;
  expect(turn.lastsMs()).toBe(5);
  expect(turn.taken()).toBe(0);
});

async function serverWith(
  full: Readonly<{ ms: number; requests: number; arrivalsMs: number }>,
  listener: (request: IncomingMessage, response: ServerResponse) => void,
) {
  const server = http.createServer(listener);
  const gate = createGate(() => {}, full);
  const atStart = (message: unknown) => {
    const started = message as { request: IncomingMessage; response: ServerResponse; server: Server };
    if (started.server !== server) return;
    gate.guard(server);
    gate.refuses(started.request, started.response);
  };
  subscribe('http.server.request.start', atStart);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Kept lines: all requests of a test are written, and can be read, in the same turn.
  const agent = new http.Agent({ keepAlive: true });
  onTestFinished(() => {
    unsubscribe('http.server.request.start', atStart);
    agent.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const send = (method: string, path: string, by: http.Agent | false = agent) =>
    new Promise<Readonly<{ status: number; retryAfter: string | undefined; body: string }>>(
      (resolve, reject) => {
        const request = http.request({ port, host: '127.0.0.1', method, path, agent: by }, (reply) => {
          reply.toArray().then((chunks) => {
            const body = Buffer.concat(chunks).toString();
            resolve({ status: reply.statusCode ?? 0, retryAfter: reply.headers['retry-after'], body });
          }, reject);
        });
        request.once('error', reject);
        request.end();
      },
    );
  return {
    post: (path: string) => send('POST', path),
    get: (path: string) => send('GET', path),
    /** On a connection of its own. */
    postAlone: (path: string) => send('POST', path, false),
  };
}

function block(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}
