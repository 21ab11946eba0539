/** What the worker needs of its global scope. */
export type WorkerScope = Readonly<{
  location: Readonly<{ origin: string }>;
  caches: Pick<CacheStorage, 'open' | 'match' | 'keys' | 'delete'>;
  fetch: (request: Request | string, init?: RequestInit) => Promise<Response>;
  skipWaiting: () => Promise<void>;
  clients: Readonly<{ claim: () => Promise<void> }>;
  setTimeout: (task: () => void, delayMs: number) => unknown;
  addEventListener: <Kind extends keyof WorkerEvents>(
    kind: Kind,
    listener: (event: WorkerEvents[Kind]) => void,
  ) => void;
}>;

type Extendable = Readonly<{ waitUntil: (work: Promise<unknown>) => void }>;
type WorkerEvents = Readonly<{
  install: Extendable;
  activate: Extendable;
  message: Extendable & Readonly<{ data: unknown }>;
  fetch: Readonly<{ request: Request; respondWith: (response: Promise<Response>) => void }>;
}>;

/** What a page tells the worker: files of the build that it runs on, and pictures of the kept cards. */
export type KeepFiles = Readonly<{ kind: 'keep'; paths: readonly string[] }>;

/**
 * The service worker, whole: it is sent to the browser as the text of this function, so nothing outside may be used.
 *
 * It keeps three things only, one cache for each build: the files of the build and the pictures of decks, which carry a
 * hash in their names, and the shell, a page without anybody's data that is shown when a page cannot be had. Shell and
 * policy are one response, so the nonce fits. Pages and replies of the API pass through and are never kept: they belong
 * to one learner.
 */
export function serviceWorker(scope: WorkerScope, build: string): void {
  const NAMES = 'hornbook ';
  const CACHE = NAMES + build;
  const SHELL = '/offline';
  const FILES = '/_next/static/';
  const PICTURE = /^\/media\/[0-9a-f]{64}\.[a-z]+$/;
  /** After this long a network that is there but does not answer counts as none. */
  const PATIENCE_MS = 6_000;
  /** What proxies say while the server behind them is away. */
  const SERVER_AWAY = [502, 503, 504];

  scope.addEventListener('install', (event) => event.waitUntil(install()));
  scope.addEventListener('activate', (event) => event.waitUntil(activate()));
  scope.addEventListener('message', (event) => event.waitUntil(hear(event.data)));
  scope.addEventListener('fetch', (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== scope.location.origin) return;
    if (isKept(pathname)) event.respondWith(file(request));
    else if (request.mode === 'navigate' && !pathname.startsWith('/api/')) event.respondWith(page(request));
  });

  async function install(): Promise<void> {
    const shell = await scope.fetch(SHELL, { credentials: 'omit', cache: 'no-store' });
    if (!shell.ok) throw new Error(`The shell was answered with ${shell.status}.`);
    const named = (await shell.clone().text()).match(/\/_next\/static\/[^"'\\\s)<>?]+/g) ?? [];
    await keepFiles(named);
    await (await scope.caches.open(CACHE)).put(SHELL, shell);
    // Nothing has to wait: open pages find the files of their own build in that build's cache.
    await scope.skipWaiting();
  }

  /** The build before this one may still be open in a tab; older ones are gone. */
  async function activate(): Promise<void> {
    const others = (await scope.caches.keys()).filter((name) => name.startsWith(NAMES) && name !== CACHE);
    await Promise.all(others.slice(0, -1).map((name) => scope.caches.delete(name)));
    await scope.clients.claim();
  }

  async function hear(data: unknown): Promise<void> {
    const { kind, paths } = (data ?? {}) as Partial<KeepFiles>;
    if (kind === 'keep' && Array.isArray(paths)) await keepFiles(paths);
  }

  async function keepFiles(paths: readonly unknown[]): Promise<void> {
    const files = new Set(paths.map(String).filter(isKept));
    await Promise.all([...files].map((path) => file(path).catch(() => null)));
  }

  function isKept(path: string): boolean {
    return path.startsWith(FILES) || PICTURE.test(path);
  }

  /** What carries its hash in its name never changes. */
  async function file(request: Request | string): Promise<Response> {
    const kept = await scope.caches.match(request);
    if (kept !== undefined) return kept;
    const fresh = await scope.fetch(request);
    if (fresh.ok) await (await scope.caches.open(CACHE)).put(request, fresh.clone());
    return fresh;
  }

  async function page(request: Request): Promise<Response> {
    const answer = scope.fetch(request).catch(() => null);
    const late = new Promise<null>((resolve) => void scope.setTimeout(() => resolve(null), PATIENCE_MS));
    const first = await Promise.race([answer, late]);
    if (first !== null && !SERVER_AWAY.includes(first.status)) return first;
    const shell = await (await scope.caches.open(CACHE)).match(SHELL);
    return shell ?? (await answer) ?? Response.error();
  }
}
