// The process of a production server, started by `startNext`. Next's own `next start` lets 511 connections wait to be
// accepted; in a crowd the operating system drops the others without a word, and they try again after seconds, so nobody
// could tell them to come again (decision 020).
import http from 'node:http';
import next from 'next';
import { root } from './environment.mjs';
import { refuseUnreadable } from './unreadable-path.mjs';

/** As many as Linux lets wait unless it is told otherwise. */
const WAITING_CONNECTIONS = 4_096;
/** Longer than the minute after which proxies close an idle line: who closes first must not be us. */
const KEEP_ALIVE_MS = 65_000;

const host = process.env.HOSTNAME ?? '127.0.0.1';
const port = Number(process.env.PORT);

const app = next({ dev: false, dir: root, hostname: host, port });
await app.prepare();
const handle = app.getRequestHandler();
const server = http.createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
  if (!refuseUnreadable(request, response)) handle(request, response);
});
server.once('error', (error) => {
  process.stderr.write(`The server could not listen at ${host}:${port}: ${error.message}\n`);
  process.exit(1);
});
server.listen({ host, port, backlog: WAITING_CONNECTIONS });
