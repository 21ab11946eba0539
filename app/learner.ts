import type { LearnerId } from '@/lib/base/ids';
import { requestCtx } from '@/lib/web/request-ctx';

/** Whose study place this browser has, or null for a visitor. */
export async function learnerIdOf(): Promise<LearnerId | null> {
  const { actor } = await requestCtx();
  return actor.kind === 'learner' ? actor.learnerId : null;
}
