import { may } from '@/lib/accounts/permissions';
import { type Result, refuse } from '@/lib/base/result';
import type { RegradeRequest } from '@/lib/quiz/regrade-request';
import type { Ctx } from '../ctx';
import { loadRegrade, type RegradePreview, type RegradeRefusal } from './load-regrade';

/** What scoring a version otherwise would do to every attempt that holds it. Changes nothing. */
export async function previewRegrade(
  { db, actor }: Pick<Ctx, 'db' | 'actor'>,
  request: RegradeRequest,
): Promise<Result<RegradePreview, RegradeRefusal | 'not-allowed'>> {
  if (!may(actor, 'decide how cases are scored')) return refuse('not-allowed');
  return loadRegrade(db.read, request);
}
