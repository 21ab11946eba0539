import { retryAfterMs } from '@/components/offline/http-transport';
import type { AttemptId } from '@/lib/base/ids';
import { type Instant, SECOND_MS } from '@/lib/base/time';
import type { ChangesReply } from '@/lib/quiz/model';
import type { AttemptTransport, Exchange, FinishReply } from './change-queue-model';

/** Browsers refuse larger bodies on requests that may outlive their page (64 KiB for all together). */
const KEEPALIVE_LIMIT = 60_000;
/** A hung connection must not hold the line for ever. */
const TIMEOUT_MS = 20 * SECOND_MS;

/** Speaks with `POST /api/attempts/…` of one attempt. Requests survive the page they were made on. */
export function attemptTransport(attemptId: AttemptId, now: () => Instant): AttemptTransport {
  const address = `/api/attempts/${attemptId}`;
  return {
    send: (changes) =>
      exchange<ChangesReply>(`${address}/changes`, { changes }, now, (reply) => Array.isArray(reply.results)),
    finish: () => exchange<FinishReply>(`${address}/finish`, {}, now, (reply) => reply.attempt != null),
  };
}

async function exchange<Reply>(
  address: string,
  content: unknown,
  now: () => Instant,
  isReply: (reply: Partial<Reply>) => boolean,
): Promise<Exchange<Reply>> {
  const body = JSON.stringify(content);
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: body.length < KEEPALIVE_LIMIT,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) {
      const reply = (await response.json()) as Partial<Reply>;
      // A hotel's sign-in page also answers with 200.
      return isReply(reply) ? { kind: 'answered', reply: reply as Reply } : { kind: 'unreachable' };
    }
    if (response.status === 401 || response.status === 404) return { kind: 'no-learner' };
    if (response.status === 413 || response.status === 422) return { kind: 'refused' };
    return { kind: 'busy', retryAfterMs: retryAfterMs(response.headers.get('retry-after'), now()) };
  } catch {
    return { kind: 'unreachable' };
  }
}
