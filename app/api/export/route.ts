import { messages } from '@/lib/base/messages';
import { exportOwnData } from '@/lib/ops/accounts/export-own-data';
import { download, isSameSite, refusal } from '@/lib/web/api';
import { requestCtx } from '@/lib/web/request-ctx';

/** Everything kept about whoever asks, as one file. */
export async function GET(request: Request): Promise<Response> {
  if (!isSameSite(request)) return refusal(403, messages.crossSite);
  const pieces = await exportOwnData(await requestCtx());
  if (!pieces.ok) return refusal(401, messages.notALearner);
  return download(pieces.value, 'hornbook-export.json');
}
