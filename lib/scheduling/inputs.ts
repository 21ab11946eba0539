import { z } from 'zod';
import { type CardUid, type EventId, isUuid, isUuidV7, type LearnerId } from '@/lib/base/ids';
import { isInstant } from '@/lib/base/time';
import { MAX_BATCH } from './batch-limits';
import type { Grade } from './model';
import { isTimeZone } from './study-day';

/** A day. Longer than anyone looks at one card: the rest is an open tab. Milliseconds. */
const MAX_TOOK_MS = 86_400_000;

const uuid = z.string().refine(isUuid, 'must be a UUID in lower case');
const instant = z.number().refine(isInstant, 'must be whole milliseconds in the years 2000 to 2099');
const grade = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

const base = {
  id: z
    .string()
    .refine(isUuidV7, 'must be a version 7 UUID in lower case')
    .transform((id) => id as EventId),
  cardUid: uuid.transform((id) => id as CardUid),
  /** The device's clock when it happened; kept as it came. */
  answeredAt: instant,
  tz: z.string().max(64).refine(isTimeZone, 'must be an IANA time zone name'),
};

/** One thing a learner did, as the device sends it. Strict: what is not listed here is refused, never stored. */
export const SentEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('review'),
    grade: grade.transform((value): Grade => value),
    tookMs: z.number().int().min(0).max(MAX_TOOK_MS),
    placedDays: z.number().int().min(1).max(36_500).nullable(),
    seenVersion: z.number().int().min(1),
    /** One per card shown: a second answer to the same showing is a slip of the finger. */
    presentationId: uuid,
  }),
  z.strictObject({
    ...base,
    kind: z.literal('void'),
    targetId: z
      .string()
      .refine(isUuidV7, 'must be a version 7 UUID in lower case')
      .transform((id) => id as EventId),
  }),
  z.strictObject({ ...base, kind: z.literal('reset') }),
  z.strictObject({ ...base, kind: z.literal('suspend') }),
  z.strictObject({ ...base, kind: z.literal('resume') }),
  z.strictObject({ ...base, kind: z.literal('bury') }),
  z.strictObject({ ...base, kind: z.literal('set-due'), inDays: z.number().int().min(0).max(3650) }),
]);
export type SentEvent = z.output<typeof SentEvent>;

/**
 * The envelope of a batch. Events are parsed one by one afterwards, so that a broken one harms only itself.
 * `learnerId` says whose answers the device believes these are: a batch left over from another person is not filed here.
 */
export const SentBatch = z.strictObject({
  learnerId: uuid.transform((id) => id as LearnerId),
  /** The device's clock when it sent: tells how wrong that clock is. */
  sentAt: z.number().refine(Number.isFinite),
  events: z.array(z.unknown()).min(1).max(MAX_BATCH),
});
export type SentBatch = z.output<typeof SentBatch>;
