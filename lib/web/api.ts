import 'server-only';
import { unstable_rethrow } from 'next/navigation';
import { messages } from '@/lib/base/messages';
import { COME_AGAIN_AFTER_S } from './gate';
import { logError } from './log';

const NEVER_STORED = { 'cache-control': 'no-store' } as const;
const RETRY_AFTER_LONG_S = '30';

/** A JSON reply that no cache may keep. */
export function reply(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: NEVER_STORED });
}

/** A refusal: one sentence for whoever reads it. */
export function refusal(status: number, message: string): Response {
  return reply({ message }, status);
}

/** Nothing was lost; the same request will do in a moment. */
export function busy(): Response {
  return Response.json(
    { message: messages.busy },
    { status: 503, headers: { ...NEVER_STORED, 'retry-after': COME_AGAIN_AFTER_S } },
  );
}

/** The server cannot write, for a reason that waiting alone does not mend; reading goes on. */
export function readOnly(): Response {
  return Response.json(
    { message: messages.readOnly },
    { status: 503, headers: { ...NEVER_STORED, 'retry-after': RETRY_AFTER_LONG_S } },
  );
}

/**
 * A route that answers its own faults: the error goes to the log with its stack, the caller gets a sentence that tells
 * nothing of it.
 */
export function route<More extends readonly unknown[]>(
  handler: (request: Request, ...more: More) => Promise<Response>,
): (request: Request, ...more: More) => Promise<Response> {
  return async (request, ...more) => {
    try {
      return await handler(request, ...more);
    } catch (error) {
      // What the framework throws to steer itself is no fault.
      unstable_rethrow(error);
      const { pathname } = new URL(request.url);
      logError('route failed', error, {
        id: request.headers.get('x-request-id'),
        method: request.method,
        path: pathname,
      });
      return refusal(500, messages.unexpected);
    }
  };
}

/** A route beneath `/api/attempts/[attempt]` that changes something: asked from our own pages alone. */
export function attemptRoute(handler: (request: Request, id: string) => Promise<Response>) {
  return route(async (request, { params }: Readonly<{ params: Promise<{ attempt: string }> }>) => {
    if (!isSameSite(request)) return refusal(403, messages.crossSite);
    return handler(request, (await params).attempt);
  });
}

/** A picture whose name is its content: it may be kept for ever. Its policy is the proxy's. */
export function picture({ type, bytes }: Readonly<{ type: string; bytes: Uint8Array }>): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'cache-control': 'public, max-age=31536000, immutable',
    },
  });
}

/** A JSON file made piece by piece, as fast as the other end takes it. */
export function download(pieces: AsyncIterable<string>, name: string): Response {
  const iterator = pieces[Symbol.asyncIterator]();
  const text = new ReadableStream<string>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  return new Response(text.pipeThrough(new TextEncoderStream()), {
    headers: {
      ...NEVER_STORED,
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
}

/**
 * Whether a request that changes something may come from one of our own pages. Browsers say so themselves
 * (`Sec-Fetch-Site`); for those that do not, an Origin must be our own host. A program without either is no browser
 * and carries nobody's cookies by accident.
 */
export function isSameSite(request: Pick<Request, 'headers'>): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('host');
}

/** The body as JSON, at most `limit` bytes long; says which it is when it is not. */
export async function jsonBody(
  request: Request,
  limit: number,
): Promise<{ readonly json: unknown } | 'too-large' | 'not-json'> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > limit) return 'too-large';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) return 'too-large';
    chunks.push(chunk);
  }
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) };
  } catch {
    return 'not-json';
  }
}
