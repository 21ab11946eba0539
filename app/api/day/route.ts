import { messages } from '@/lib/base/messages';
import { getDay } from '@/lib/ops/scheduling/get-day';
import { refusal, reply } from '@/lib/web/api';
import { requestCtx } from '@/lib/web/request-ctx';

/** The whole of the learner's day, for the device to keep in case the network goes. */
export async function GET(): Promise<Response> {
  const day = await getDay(await requestCtx());
  return day.ok ? reply(day.value) : refusal(401, messages.notALearner);
}
