import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { v7 } from 'uuid';
import { settings } from './env';
import { createGate } from './gate';
import { baselineHeaders } from './headers';
import { log } from './log';

/** A request that takes longer is told, whatever its answer. Milliseconds. */
const SLOW_MS = 1_000;
/** Where one page leads to another, the framework listens for the end of a response a dozen times: Node would warn. */
const MOST_LISTENERS = 32;
const REQUEST_ID = 'x-request-id';

type Started = Readonly<{ request: IncomingMessage; response: ServerResponse; server: Server }>;

const watched = globalThis as typeof globalThis & {
  hornbookServers?: Set<Server>;
  hornbookDraining?: boolean;
};

/**
 * Stands before the framework: every response, its errors and files included, gets the baseline headers and a request
 * id; answers are turned away while there is more to do than can be done; every other request that fails, is cut off or
 * is slow gets a line in the log. Paths are told without their query.
 */
export function watchRequests(): void {
  if (watched.hornbookServers !== undefined) return;
  const servers = new Set<Server>();
  watched.hornbookServers = servers;
  const gate = createGate((refused) => log.warn('over capacity', { refused }));
  const headers = Object.entries(baselineHeaders(settings().secureCookies));
  subscribe('http.server.request.start', (message) => {
    const { request, response, server } = message as Started;
    servers.add(server);
    gate.guard(server);
    // Ours, never the sender's: nobody shall choose what the log calls them.
    const id = v7();
    request.headers[REQUEST_ID] = id;
    for (const [name, value] of headers) response.setHeader(name, value);
    response.setHeader(REQUEST_ID, id);
    response.setMaxListeners(MOST_LISTENERS);
    if (watched.hornbookDraining === true) response.setHeader('connection', 'close');
    // Told in sum: a line for each would be one more burden.
    if (gate.refuses(request, response)) return;
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const start = performance.now();
    response.once('close', () => {
      tell({ id, method: request.method, path, response, ms: Math.round(performance.now() - start) });
    });
  });
}

/**
 * Stops listening and resolves when no request is in flight any more, or after `limitMs`. Returns whether all were
 * answered in time.
 */
export async function drainRequests(limitMs: number): Promise<boolean> {
  watched.hornbookDraining = true;
  const servers = [...(watched.hornbookServers ?? [])];
  const closed = Promise.all(
    servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))),
  );
  // A connection that is kept alive counts as open until it has been idle for a moment.
  const idle = setInterval(() => {
    for (const server of servers) server.closeIdleConnections();
  }, 50);
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), limitMs).unref());
  const drained = await Promise.race([closed.then(() => true), late]);
  clearInterval(idle);
  return drained;
}

type Ended = Readonly<{
  id: string;
  method: string | undefined;
  path: string;
  response: ServerResponse;
  ms: number;
}>;

function tell({ id, method, path, response, ms }: Ended): void {
  const fields = { id, method, path, status: response.statusCode, ms };
  if (!response.writableFinished) log.info('request cut off', fields);
  else if (response.statusCode >= 500) log.warn('request failed', fields);
  else if (response.statusCode >= 400) log.info('request refused', fields);
  else if (ms >= SLOW_MS) log.warn('request slow', fields);
}
