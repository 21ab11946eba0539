import type { LearnerId } from '@/lib/base/ids';
import { type Instant, MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import type { BatchReply } from '@/lib/scheduling/answer-result';
import type { SentBatch, SentEvent } from '@/lib/scheduling/inputs';
import type { Delivery, Transport } from './outbox-model';

/** Browsers refuse larger bodies on requests that may outlive their page (64 KiB for all together). */
const KEEPALIVE_LIMIT = 60_000;
/** A hung connection must not hold the line for ever. */
const TIMEOUT_MS = 20 * SECOND_MS;
/** No server may silence a device for longer. */
const LONGEST_WAIT_MS = 10 * MINUTE_MS;

/** Sends batches to `POST /api/reviews`. Requests survive the page they were made on. */
export function httpTransport(learnerId: LearnerId, now: () => Instant): Transport {
  return async (events: readonly SentEvent[]): Promise<Delivery> => {
    const batch: SentBatch = { learnerId, sentAt: now(), events: [...events] };
    const body = JSON.stringify(batch);
    try {
      const response = await fetch('/api/reviews', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        keepalive: body.length < KEEPALIVE_LIMIT,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return await deliveryOf(response, now);
    } catch {
      return { kind: 'unreachable' };
    }
  };
}

async function deliveryOf(response: Response, now: () => Instant): Promise<Delivery> {
  if (response.ok) {
    const { results } = (await response.json()) as Partial<BatchReply>;
    // A hotel's sign-in page also answers with 200.
    return Array.isArray(results) ? { kind: 'answered', results } : { kind: 'unreachable' };
  }
  if (response.status === 401) return { kind: 'no-learner' };
  if (response.status === 413 || response.status === 422) return { kind: 'refused' };
  return { kind: 'busy', retryAfterMs: retryAfterMs(response.headers.get('retry-after'), now()) };
}

/** How long a server asks to be left alone, from its header (seconds or a date); null when it does not say. */
export function retryAfterMs(header: string | null, now: Instant): number | null {
  if (header === null) return null;
  const asked = /^\d+$/.test(header) ? Number(header) * SECOND_MS : Date.parse(header) - now;
  return asked > 0 ? Math.min(asked, LONGEST_WAIT_MS) : null;
}
