import { type CardUid, isUuid } from '@/lib/base/ids';
import { messages } from '@/lib/base/messages';
import { getSitting } from '@/lib/ops/scheduling/get-sitting';
import { refusal, reply, route } from '@/lib/web/api';
import { requestCtx } from '@/lib/web/request-ctx';

/** More cards for a sitting that runs: those the device holds already are left out. */
export const GET = route(async (request) => {
  const query = new URL(request.url).searchParams;
  const exclude = (query.get('exclude') ?? '').split(',').filter(isUuid) as CardUid[];
  const sitting = await getSitting(await requestCtx(), { deck: query.get('deck'), exclude });
  if (sitting.ok) return reply(sitting.value);
  return sitting.error === 'no-learner'
    ? refusal(401, messages.notALearner)
    : refusal(404, messages.unknownDeck);
});
