import type { LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { BatchReply } from '@/lib/scheduling/answer-result';
import type { SentBatch } from '@/lib/scheduling/inputs';
import type { Transport } from './outbox-model';
import { listsResults, postJson } from './post-json';

/** Sends batches to `POST /api/reviews`. */
export function httpTransport(learnerId: LearnerId, now: () => Instant): Transport {
  return (events) => {
    const batch: SentBatch = { learnerId, sentAt: now(), events: [...events] };
    return postJson<BatchReply>('/api/reviews', batch, { now, isReply: listsResults, strangers: [401] });
  };
}
