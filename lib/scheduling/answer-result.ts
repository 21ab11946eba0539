import type { CardUid, EventId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';

/**
 * What became of one event of a batch.
 * `stored` and `duplicate` are acknowledgements: the event is on disk, now or already. A `duplicate` of a showing
 * that was answered before (`presentationId`) names the event that stands.
 * `rejected` is final for this event and harms no other; `failed` may be sent again as it is.
 */
export type AnswerResult =
  | Readonly<{
      id: EventId;
      status: 'stored' | 'duplicate';
      /** The stored event: the same id, or the first answer to the same showing. */
      storedId: EventId;
      cardUid: CardUid;
      seq: number;
      /** Fixed at first receipt; the place of the event in the order of the log. */
      effectiveAt: Instant;
      /** When the card returns now that the event counts; null when it is new (again). */
      dueAt: Instant | null;
    }>
  | Readonly<{ id: string | null; status: 'rejected'; code: RejectionCode; message: string }>
  | Readonly<{ id: string; status: 'failed'; message: string }>;

export type RejectionCode = 'malformed' | 'unknown-card' | 'id-taken' | 'another-learner';

/** The reply to a batch: one result for each event, in the order sent. */
export type BatchReply = Readonly<{ version: string; results: readonly AnswerResult[] }>;
