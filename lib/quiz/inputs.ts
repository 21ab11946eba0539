import { z } from 'zod';
import { type AttemptId, type EventId, isUuidV7 } from '@/lib/base/ids';
import { isInstant } from '@/lib/base/time';
import { MAX_CHANGES, MAX_NOTE } from './change-limits';
import { CONFIDENCES } from './model';

export const MAX_ITEMS = 100;
/** Every change may be so far ahead of what is known (`MOST_AHEAD`) and leave room for more. */
const MAX_REV = 2_000_000_000;
const MAX_RANGES = 100;
const DAY_MS = 86_400_000;

const uuidV7 = z.string().refine(isUuidV7, 'must be a version 7 UUID in lower case');
const letter = z.string().regex(/^[A-Z]$/, 'must be the letter of an option');

export const ItemFilter = z.enum(['all', 'unseen', 'missed', 'flagged', 'due']);
export type ItemFilter = z.output<typeof ItemFilter>;

export const TimingInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('untimed') }),
  z.strictObject({ kind: z.literal('block'), ms: z.number().int().min(60_000).max(DAY_MS) }),
  z.strictObject({ kind: z.literal('per-item'), ms: z.number().int().min(10_000).max(3_600_000) }),
]);

/** A block to be built. The id is minted in the browser: the same request twice begins one attempt. */
export const BlockRequest = z.strictObject({
  id: uuidV7.transform((id) => id as AttemptId),
  /** Slugs of decks; all when empty. */
  decks: z.array(z.string().max(100)).max(100),
  /** `deck/objective`; all when empty. */
  objectives: z.array(z.string().max(200)).max(500),
  filter: ItemFilter,
  count: z.number().int().min(1).max(MAX_ITEMS),
  mode: z.enum(['tutor', 'exam']),
  timing: TimingInput,
});
export type BlockRequest = z.output<typeof BlockRequest>;

const slot = z
  .number()
  .int()
  .min(0)
  .max(MAX_ITEMS - 1);
const base = {
  id: uuidV7.transform((id) => id as EventId),
  slot,
  rev: z.number().int().min(1).max(MAX_REV),
  madeAt: z.number().refine(isInstant, 'must be whole milliseconds in the years 2000 to 2099'),
};
const offset = z.number().int().min(0).max(100_000);

/** One change as the browser sends it. Strict: what is not listed is refused, never stored. */
export const SentChange = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('choose'), option: letter.nullable() }),
  z.strictObject({ ...base, kind: z.literal('confidence'), confidence: z.enum(CONFIDENCES).nullable() }),
  z.strictObject({ ...base, kind: z.literal('strike'), option: letter, struck: z.boolean() }),
  z.strictObject({ ...base, kind: z.literal('flag'), flagged: z.boolean() }),
  z.strictObject({
    ...base,
    kind: z.literal('highlight'),
    ranges: z
      .array(z.tuple([offset, offset]))
      .max(MAX_RANGES)
      .refine(
        (ranges) => ranges.every(([from, to], at) => from < to && from >= (ranges[at - 1]?.[1] ?? 0)),
        'must be in order and apart',
      ),
  }),
  z.strictObject({ ...base, kind: z.literal('note'), text: z.string().max(MAX_NOTE) }),
  z.strictObject({ ...base, kind: z.literal('spent'), ms: z.number().int().min(0).max(DAY_MS) }),
  z.strictObject({ ...base, kind: z.literal('reveal') }),
]);
export type SentChange = z.output<typeof SentChange>;

/**
 * Handing in. With the deadline that the device saw pass: then it is meant only if that is the deadline still, and no
 * extra time was granted which the device has not heard of.
 */
export const HandIn = z.strictObject({ deadlineAt: z.number().refine(isInstant).optional() });

/** Extra time for an attempt that runs; with what is granted it still ends. */
export const ExtraTime = z.strictObject({
  attemptId: z.string().max(64),
  ms: z.number().int().min(1_000).max(DAY_MS),
  reason: z.string().trim().min(1).max(500),
});
export type ExtraTime = z.output<typeof ExtraTime>;

/** The envelope; changes are parsed one by one afterwards, so that a broken one harms only itself. */
export const SentChanges = z.strictObject({
  changes: z.array(z.unknown()).min(1).max(MAX_CHANGES),
  /** Slots of which the browser has the explanation. Only to save sending it again: broken or not there, it says none. */
  have: z.array(slot).max(MAX_ITEMS).catch([]),
});
export type SentChanges = z.output<typeof SentChanges>;
