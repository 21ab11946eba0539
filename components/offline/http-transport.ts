import type { LearnerId } from '@/lib/base/ids';
import { type Instant, SECOND_MS } from '@/lib/base/time';
import type { BatchReply } from '@/lib/scheduling/answer-result';
import type { SentBatch, SentEvent } from '@/lib/scheduling/inputs';
import type { Delivery, Transport } from './outbox';

/** Browsers refuse larger bodies on requests that may outlive their page (64 KiB for all together). */
const KEEPALIVE_LIMIT = 60_000;
/** A hung connection must not hold the line for ever. */
const TIMEOUT_MS = 20 * SECOND_MS;

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
      return await deliveryOf(response);
    } catch {
      return { kind: 'unreachable' };
    }
  };
}

async function deliveryOf(response: Response): Promise<Delivery> {
  if (response.ok) {
    const { results } = (await response.json()) as BatchReply;
    return { kind: 'answered', results };
  }
  if (response.status === 401) return { kind: 'no-learner' };
  const seconds = Number(response.headers.get('retry-after'));
  return { kind: 'busy', retryAfterMs: seconds > 0 ? seconds * SECOND_MS : null };
}
