import type { Instant } from '@/lib/base/time';

/** An instant to the minute, `2026-11-24 09:05 UTC`: whoever runs the server need not be where its learners are. */
export function toldInstant(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
