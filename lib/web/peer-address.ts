import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** Ours alone: whatever a client sends under this name is overwritten before anybody reads it. */
export const PEER_HEADER = 'x-hornbook-peer';

/**
 * Writes the other end of each connection into a header of its request. Next shows pages and actions no socket, only
 * X-Forwarded-For, which anybody can write.
 */
export function notePeers(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? '';
  });
}
