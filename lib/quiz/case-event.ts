import { z } from 'zod';
import type { AttemptId, CardUid, EventId, ItemUid } from '@/lib/base/ids';
import type { Instant, TimeZone } from '@/lib/base/time';
import type { Grade } from '@/lib/scheduling/model';
import { CONFIDENCES } from './model';

/**
 * What somebody made of a case, as the log keeps it beside the grade: enough to rate it anew should ratings ever be
 * decided otherwise. `option` is a storage letter, null when the case was left out; `spentMs` milliseconds before it.
 */
export const CaseOutcome = z.strictObject({
  itemUid: z.string().transform((uid) => uid as ItemUid),
  version: z.number().int().min(1),
  option: z.string().nullable(),
  correct: z.boolean(),
  confidence: z.enum(CONFIDENCES).nullable(),
  spentMs: z.number().int().min(0),
  attemptId: z.string().transform((id) => id as AttemptId),
  purpose: z.enum(['block', 'daily', 'retry']),
});
export type CaseOutcome = Readonly<z.output<typeof CaseOutcome>>;

/** That a case of a concept was answered. Only the server makes such events: devices have no word for them. */
export type CaseEvent = Readonly<{
  id: EventId;
  kind: 'case';
  /** The concept, where events about cards name a card. */
  cardUid: CardUid;
  /** By the server's clock: when the answer was revealed or the attempt ended. */
  answeredAt: Instant;
  tz: TimeZone;
  grade: Grade;
  placedDays: number | null;
  /** That of the place in the attempt: each showing is rated once. */
  presentationId: string;
  outcome: CaseOutcome;
}>;

/** The outcome as text, always with its parts in the same order, so that equal outcomes are equal texts. */
export function outcomeText(outcome: CaseOutcome): string {
  const { itemUid, version, option, correct, confidence, spentMs, attemptId, purpose } = outcome;
  return JSON.stringify({ itemUid, version, option, correct, confidence, spentMs, attemptId, purpose });
}
