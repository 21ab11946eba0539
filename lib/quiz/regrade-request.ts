import { z } from 'zod';

/** The most characters of a reason. */
export const LONGEST_REASON = 500;

/** A decision on how a version is scored from now on, as somebody asks for it. */
export const RegradeRequest = z.strictObject({
  /** Slug. */
  deck: z.string().min(1).max(100),
  /** `unit:variant`, as authored. */
  key: z.string().min(1).max(200),
  version: z.number().int().min(1),
  /** Storage letters that count as right; none voids the item, and everybody gets its mark; null: as authored. */
  accepted: z
    .array(z.string().regex(/^[A-Z]$/, 'must be the letter of an option'))
    .max(26)
    .nullable(),
});
export type RegradeRequest = z.output<typeof RegradeRequest>;

/** Why it was decided, for whoever asks later. */
export const RegradeReason = z.string().trim().min(1).max(LONGEST_REASON);
