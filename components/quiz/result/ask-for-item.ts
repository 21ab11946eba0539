import type { AttemptId } from '@/lib/base/ids';
import { SECOND_MS } from '@/lib/base/time';
import type { Slot } from '@/lib/quiz/model';
import type { ToldItem } from '@/lib/quiz/result-model';

/** Longer, and whoever opened an item has given up on it. */
const TIMEOUT_MS = 15 * SECOND_MS;

/** Asks the server for an item of a finished attempt in full; null where it cannot be had now. */
export async function askForItem(attemptId: AttemptId, slot: Slot): Promise<ToldItem | null> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(`/api/attempts/${attemptId}/items/${slot + 1}`, { signal });
    if (!response.ok) return null;
    const told = (await response.json()) as Partial<ToldItem>;
    // A hotel's sign-in page also answers with 200.
    return told.question === undefined || told.explanation === undefined ? null : (told as ToldItem);
  } catch {
    return null;
  }
}
