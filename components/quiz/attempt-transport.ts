import { listsResults, postJson } from '@/components/offline/post-json';
import type { AttemptId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { ChangesReply } from '@/lib/quiz/model';
import type { AttemptTransport, FinishReply } from './change-queue-model';

const STRANGERS: readonly number[] = [401, 404];

/** Speaks with `POST /api/attempts/…` of one attempt. */
export function attemptTransport(attemptId: AttemptId, now: () => Instant): AttemptTransport {
  const address = `/api/attempts/${attemptId}`;
  return {
    send: (changes, have) =>
      postJson<ChangesReply>(
        `${address}/changes`,
        { changes, have },
        { now, isReply: listsResults, strangers: STRANGERS },
      ),
    finish: (deadlineAt) =>
      postJson<FinishReply>(`${address}/finish`, deadlineAt === null ? {} : { deadlineAt }, {
        now,
        isReply: ({ attempt }) => attempt != null,
        strangers: STRANGERS,
      }),
  };
}
