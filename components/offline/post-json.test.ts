import { afterEach, describe, expect, it, vi } from 'vitest';
import { MINUTE_MS } from '@/lib/base/time';
import { listsResults, postJson, retryAfterMs } from './post-json';

const NOW = Date.UTC(2026, 10, 23, 14, 0, 0);

describe('what a busy server asks for', () => {
  it.each([
    ['seconds', '7', 7_000],
    ['a date', 'Mon, 23 Nov 2026 14:00:30 GMT', 30_000],
    ['a date that has passed', 'Mon, 23 Nov 2026 13:59:00 GMT', null],
    ['a day, of which ten minutes are granted', '86400', 10 * MINUTE_MS],
    ['nothing', null, null],
    ['nonsense', 'soon', null],
    ['no time at all', '0', null],
  ])('is understood when it is %s', (_what, header, expected) => {
    expect(retryAfterMs(header, NOW)).toBe(expected);
  });
});

describe('a request', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    [200, '{"results":[]}', { kind: 'answered', reply: { results: [] } }],
    [200, '<p>Welcome to our hotel</p>', { kind: 'unreachable' }],
    [200, '{"results":[null]}', { kind: 'unreachable' }],
    [401, '', { kind: 'no-learner' }],
    [404, '', { kind: 'busy', retryAfterMs: null }],
    [413, '', { kind: 'refused' }],
    [422, '', { kind: 'refused' }],
    [500, '', { kind: 'broke' }],
    [502, '', { kind: 'busy', retryAfterMs: null }],
  ])('answered with %i and “%s” is told as %o', async (status, body, expected) => {
    network(() => new Response(body, { status }));
    expect(await post({})).toEqual(expected);
  });

  it('says how long a busy server asks to be left alone', async () => {
    network(() => new Response('', { status: 503, headers: { 'retry-after': '7' } }));
    expect(await post({})).toEqual({ kind: 'busy', retryAfterMs: 7_000 });
  });

  it('that finds no network resolves all the same', async () => {
    network(() => {
      throw new TypeError('Failed to fetch');
    });
    expect(await post({})).toEqual({ kind: 'unreachable' });
  });

  it('outlives its page only where browsers allow it, whatever the alphabet', async () => {
    const asked = network(() => new Response('{"results":[]}'));
    await post({ note: 'a'.repeat(50_000) });
    await post({ note: 'я'.repeat(40_000) });
    expect(asked.map(({ keepalive }) => keepalive)).toEqual([true, false]);
  });
});

/** A network that answers so; returns what was asked of it. */
function network(answer: () => Response): RequestInit[] {
  const asked: RequestInit[] = [];
  vi.stubGlobal('fetch', async (_address: string, request: RequestInit) => {
    asked.push(request);
    return answer();
  });
  return asked;
}

function post(content: unknown) {
  return postJson('/api/reviews', content, { now: () => NOW, isReply: listsResults, strangers: [401] });
}
