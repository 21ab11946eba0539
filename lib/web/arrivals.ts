import { subscribe } from 'node:diagnostics_channel';

/** The longest a commit waits for those who are arriving. Milliseconds; a commit takes about half as long. */
const LIMIT_MS = 10;

/**
 * Connections as they arrive. Node accepts one in a turn of the event loop: while one comes turn after turn, others
 * stand behind it in a line that only the operating system sees, and the length of the turns decides for how long.
 */
export type Arrivals = Readonly<{
  /** For how long a connection has come in every turn; 0 while there are turns without. Milliseconds. */
  lastForMs: () => number;
  /** Resolves after this turn, or when arrivals pause, at most a hundredth of a second later. */
  pause: () => Promise<void>;
}>;

// Next bundles instrumentation, where the gate stands, apart from pages and routes, where the database is opened: only
// the process itself can say that somebody watches already.
const process = globalThis as typeof globalThis & { hornbookArrivals?: Arrivals };

/** The one who watches this process, from the first call on. */
export function arrivalsHere(): Arrivals {
  process.hornbookArrivals ??= watchArrivals(() => performance.now());
  return process.hornbookArrivals;
}

/** Watches every server of this process. `now` is a clock in milliseconds that never goes back. */
export function watchArrivals(now: () => number): Arrivals {
  let arrived = 0;
  let since: number | null = null;
  subscribe('net.server.socket', () => {
    arrived += 1;
    if (since === null) void follow();
  });

  async function follow(): Promise<void> {
    since = now();
    // The rest of this turn says nothing: it has accepted its one.
    await turn();
    let before: number;
    do {
      before = arrived;
      await turn();
    } while (arrived !== before);
    since = null;
  }

  return {
    lastForMs: () => (since === null ? 0 : now() - since),
    async pause() {
      const until = now() + LIMIT_MS;
      do await turn();
      while (since !== null && now() < until);
    },
  };
}

/** Resolves at the end of this turn of the event loop; called there, at the end of the next. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
