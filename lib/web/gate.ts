import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { messages } from '@/lib/base/messages';
import { SECOND_MS } from '@/lib/base/time';
import { arrivalsHere } from './arrivals';
import { createTurnWatch } from './turn-watch';

/** When those who were sent away may come again. Seconds, as a header says them. */
export const COME_AGAIN_AFTER_S = '2';

/** Where devices send answers. They keep what is refused and come again; nobody looks at a page that waits. */
const ANSWERS = '/api/reviews';
/**
 * When a turn of the event loop is full. `ms`: longer, and the line of connections that wait to be accepted overflows; the
 * operating system then lets them wait for seconds without a word. `requests`: a turn that is long with fewer than these is
 * held up by something else, on a busy machine or by a large page, and nobody would gain from coming again.
 * `arrivalsMs`: for how long connections may come in every turn, which says that others wait to be let in. Sending
 * people away takes a tenth of the time that serving them takes, so the line melts, and those in it hear from us.
 */
type Full = Readonly<{ ms: number; requests: number; arrivalsMs: number }>;
const FULL: Full = { ms: 200, requests: 50, arrivalsMs: 1_000 };
const LOOK_EVERY_MS = 20;
const TELL_EVERY_MS = 10 * SECOND_MS;

/**
 * Turns answers away while the server has more to do than it can, before the framework and any work of ours: a server
 * that takes everything in makes everybody wait until the lines break, and then does the same work again. Requests that
 * wait stand in the sockets of the operating system, where nobody can count them; but the event loop reads all of them
 * in one turn, so its length and what it has taken in tell how many there are. Connections it accepts one a turn.
 */
export function createGate(tellRefused: (count: number) => void, full: Full = FULL) {
  const turn = createTurnWatch(() => performance.now());
  const arrivals = arrivalsHere();
  const refused = new WeakSet<ServerResponse>();
  const guarded = new WeakSet<Server>();
  let untold = 0;
  setInterval(turn.begin, LOOK_EVERY_MS).unref();
  setInterval(() => {
    if (untold > 0) tellRefused(untold);
    untold = 0;
  }, TELL_EVERY_MS).unref();

  /** Puts the gate before whatever listens to the server's requests. */
  function guard(server: Server): void {
    if (guarded.has(server)) return;
    guarded.add(server);
    const listeners = server.listeners('request') as ((...given: unknown[]) => void)[];
    server.removeAllListeners('request');
    server.on('request', (request, response) => {
      if (refused.has(response)) return turnAway(response);
      for (const listener of listeners) listener.call(server, request, response);
    });
  }

  return {
    guard,
    /** Whether this request is turned away; to be asked once, when it arrives. */
    refuses(request: IncomingMessage, response: ServerResponse): boolean {
      const isFull =
        (turn.taken() >= full.requests && turn.lastsMs() > full.ms) || arrivals.lastForMs() > full.arrivalsMs;
      turn.take();
      if (!isFull || request.method !== 'POST' || !isForAnswers(request.url)) return false;
      refused.add(response);
      untold += 1;
      return true;
    },
  };
}

function isForAnswers(url = ''): boolean {
  return url === ANSWERS || url.startsWith(`${ANSWERS}?`);
}

/** As `busy()` answers, without the framework. */
function turnAway(response: ServerResponse): void {
  const body = JSON.stringify({ message: messages.busy });
  response.writeHead(503, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'retry-after': COME_AGAIN_AFTER_S,
  });
  response.end(body);
}
