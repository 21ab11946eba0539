import { findGuest } from '@/lib/db/learners';
import type { Actor, Ctx } from '../ctx';

/** The actor behind a guest's token, by the keyed hash of the token; nobody when it belongs to no one. */
export async function identifyGuest(
  ctx: Pick<Ctx, 'db'>,
  input: Readonly<{ tokenHash: string }>,
): Promise<Actor> {
  const learnerId = await findGuest(ctx.db.read, input.tokenHash);
  return learnerId === null ? { kind: 'nobody' } : { kind: 'learner', learnerId };
}
