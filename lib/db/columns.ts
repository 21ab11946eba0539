import { z } from 'zod';
import type { AttemptId, CardUid, EventId, ItemUid, LearnerId } from '@/lib/base/ids';

// How raw SQL hands over what columns hold: integers as BigInt or number whatever their declared type, booleans as 0
// and 1. Ids get their brand here, at the border.

export const integer = z.union([z.bigint(), z.number()]).transform(Number);
export const truth = z.union([z.boolean(), integer]).transform(Boolean);
export const learnerId = z.string().transform((id) => id as LearnerId);
export const eventId = z.string().transform((id) => id as EventId);
export const cardUid = z.string().transform((uid) => uid as CardUid);
export const itemUid = z.string().transform((uid) => uid as ItemUid);
export const attemptId = z.string().transform((id) => id as AttemptId);
