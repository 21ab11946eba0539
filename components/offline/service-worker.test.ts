import { describe, expect, it } from 'vitest';
import { serviceWorker, type WorkerScope } from './service-worker';

const ORIGIN = 'https://hornbook.example';
const SHELL =
  '<script nonce="abc" src="/_next/static/chunks/main-1.js"></script><link href="/_next/static/a.css?x">';

describe('the service worker', () => {
  it('keeps the shell with its policy, and the files it names, before it takes over', async () => {
    const world = await installed();
    expect(await world.kept()).toEqual(['/_next/static/a.css', '/_next/static/chunks/main-1.js', '/offline']);
    const shell = await world.open('/today', { network: 'gone' });
    expect(shell.headers.get('content-security-policy')).toBe(`script-src 'nonce-abc'`);
    expect(await shell.text()).toBe(SHELL);
    expect(world.credentials).toBe('omit');
  });

  it('is not installed without its shell', async () => {
    const world = aWorld();
    world.online('/offline', new Response('', { status: 500 }));
    await expect(world.fire('install')).rejects.toThrow('500');
  });

  it('shows a page from the network and keeps nothing of it, nor of the API', async () => {
    const world = await installed();
    const before = await world.kept();
    world.online('/today', new Response('Personal'));
    expect(await (await world.open('/today')).text()).toBe('Personal');
    expect(world.passes('/api/sitting')).toBe(true);
    expect(world.passes('/api/export', { mode: 'navigate' })).toBe(true);
    expect(world.passes('/today?_rsc=1')).toBe(true);
    expect(await world.kept()).toEqual(before);
  });

  it.each([
    ['the network is gone', 'gone'],
    ['the network does not answer', 'silent'],
    ['the server behind a proxy is away', 'bad-gateway'],
  ] as const)('shows the shell when %s', async (_when, network) => {
    const world = await installed();
    expect(await (await world.open('/review', { network })).text()).toBe(SHELL);
  });

  it('shows our own error page as it is', async () => {
    const world = await installed();
    world.online('/today', new Response('Our fault', { status: 500 }));
    expect(await (await world.open('/today')).text()).toBe('Our fault');
  });

  it('takes the files of the build from the cache, and each but once from the network', async () => {
    const world = await installed();
    world.online('/_next/static/font.woff2', new Response('font'));
    expect(await (await world.ask('/_next/static/font.woff2')).text()).toBe('font');
    world.goOffline();
    expect(await (await world.ask('/_next/static/font.woff2')).text()).toBe('font');
  });

  it('keeps the files a page runs on when the page says so, and nothing else', async () => {
    const world = await installed();
    world.online('/_next/static/late.js', new Response('late'));
    world.online('/api/day', new Response('personal'));
    await world.fire('message', { data: { kind: 'keep', paths: ['/_next/static/late.js', '/api/day', 7] } });
    expect(await world.kept()).toContain('/_next/static/late.js');
    expect(await world.kept()).not.toContain('/api/day');
  });

  it('has the pictures of kept cards without a network, and no other file beside them', async () => {
    const world = await installed();
    const picture = `/media/${'a1'.repeat(32)}.png`;
    world.online(picture, new Response('picture'));
    world.online('/media/notes.html', new Response('page'));
    await world.fire('message', { data: { kind: 'keep', paths: [picture, '/media/notes.html'] } });
    world.goOffline();
    expect(await (await world.ask(picture)).text()).toBe('picture');
    expect(await world.kept()).not.toContain('/media/notes.html');
  });

  it('leaves a page of the build before the files it runs on, and forgets older builds', async () => {
    const store = new FakeCaches();
    for (const build of ['first', 'second', 'third']) {
      const world = aWorld(store, build);
      world.online('/offline', shell());
      world.online('/_next/static/chunks/main-1.js', new Response(''));
      world.online('/_next/static/a.css', new Response(''));
      await world.fire('install');
      await world.fire('activate');
    }
    expect(await store.keys()).toEqual(['hornbook second', 'hornbook third']);
  });

  it('is whole as a text, as the browser gets it', async () => {
    const world = aWorld();
    world.online('/offline', shell());
    new Function('self', `(${serviceWorker.toString()})(self, "build")`)(world.scope);
    await world.fire('install');
    expect(await world.kept()).toContain('/offline');
  });
});

function shell(): Response {
  return new Response(SHELL, { headers: { 'content-security-policy': `script-src 'nonce-abc'` } });
}

async function installed() {
  const world = aWorld();
  world.online('/offline', shell());
  world.online('/_next/static/chunks/main-1.js', new Response('main'));
  world.online('/_next/static/a.css', new Response('css'));
  await world.fire('install');
  await world.fire('activate');
  return world;
}

type Network = 'there' | 'gone' | 'silent' | 'bad-gateway';

/** A browser around the worker: a network to switch off, caches, a clock that runs out at once. */
function aWorld(caches = new FakeCaches(), build = 'build') {
  const answers = new Map<string, Response>();
  const listeners = new Map<string, ((event: never) => void)[]>();
  let network: Network = 'there';
  const world = { credentials: undefined as string | undefined };
  const scope: WorkerScope = {
    location: { origin: ORIGIN },
    caches: caches as unknown as CacheStorage,
    clients: { claim: async () => {} },
    skipWaiting: async () => {},
    setTimeout: (task) => setImmediate(task),
    addEventListener: (kind, listener) =>
      void listeners.set(kind, [...(listeners.get(kind) ?? []), listener as never]),
    fetch: async (request, init) => {
      world.credentials = init?.credentials ?? world.credentials;
      if (network === 'gone') throw new TypeError('Failed to fetch');
      if (network === 'silent') return new Promise(() => {});
      if (network === 'bad-gateway') return new Response('', { status: 502 });
      return answers.get(pathOf(request))?.clone() ?? new Response('', { status: 404 });
    },
  };
  if (listeners.size === 0) serviceWorker(scope, build);

  async function fire(kind: string, event: object = {}): Promise<void> {
    const works: Promise<unknown>[] = [];
    const whole = { ...event, waitUntil: (work: Promise<unknown>) => works.push(work) };
    for (const listener of listeners.get(kind) ?? []) listener(whole as never);
    await Promise.all(works);
  }

  function respond(path: string, mode: string): Promise<Response> | null {
    let response: Promise<Response> | null = null;
    const request = { url: ORIGIN + path, method: 'GET', mode };
    const event = {
      request,
      respondWith: (given: Promise<Response>) => {
        response = given;
      },
    };
    for (const listener of listeners.get('fetch') ?? []) listener(event as never);
    return response;
  }

  return Object.assign(world, {
    scope,
    fire,
    online: (path: string, response: Response) => void answers.set(path, response),
    goOffline: () => {
      network = 'gone';
    },
    passes: (path: string, { mode = 'cors' } = {}) => respond(path, mode) === null,
    ask: async (path: string) => (await respond(path, 'no-cors')) ?? Response.error(),
    open: async (path: string, { network: now = 'there' as Network } = {}) => {
      network = now;
      return (await respond(path, 'navigate')) ?? Response.error();
    },
    kept: async () => [...(caches.all.get(`hornbook ${build}`)?.keys() ?? [])].sort(),
  });
}

class FakeCaches {
  readonly all = new Map<string, Map<string, Response>>();

  async open(name: string) {
    const entries = this.all.get(name) ?? new Map<string, Response>();
    this.all.set(name, entries);
    return {
      put: async (request: Request | string, response: Response) =>
        void entries.set(pathOf(request), response),
      match: async (request: Request | string) => entries.get(pathOf(request))?.clone(),
    };
  }

  async match(request: Request | string) {
    for (const entries of this.all.values()) {
      const found = entries.get(pathOf(request));
      if (found !== undefined) return found.clone();
    }
    return undefined;
  }

  keys = async () => [...this.all.keys()];
  delete = async (name: string) => this.all.delete(name);
}

function pathOf(request: Request | string): string {
  return typeof request === 'string' ? request : new URL(request.url).pathname;
}
