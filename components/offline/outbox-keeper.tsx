'use client';

import { counted } from '@/components/ui/quantity';
import type { LearnerId } from '@/lib/base/ids';
import { deviceOutbox } from './device-outbox';
import type { OutboxSnapshot } from './outbox-model';
import type { Trouble } from './sender-model';
import {
  useOutboxAtPageEvents,
  useOutboxSnapshot,
  usePersistence,
  useWarningBeforeLeaving,
} from './use-outbox';

/** Sends what earlier visits left behind, and says so while answers are not yet saved. Silent when all is well. */
export function OutboxKeeper({ learnerId }: Readonly<{ learnerId: LearnerId }>) {
  useOutboxAtPageEvents(learnerId);
  const snapshot = useOutboxSnapshot(learnerId);
  useWarningBeforeLeaving(!snapshot.kept);
  usePersistence(snapshot.pending.length > 0);
  return (
    <div
      data-unsaved={snapshot.pending.length}
      className="pointer-events-none fixed inset-x-0 top-14 z-20 flex flex-col items-center gap-2 px-4"
    >
      <div role="status" className="contents">
        {snapshot.pending.length > 0 && (
          <Unsaved snapshot={snapshot} retry={() => deviceOutbox(learnerId).flush()} />
        )}
      </div>
      {snapshot.rejected.length > 0 && <Rejected snapshot={snapshot} learnerId={learnerId} />}
    </div>
  );
}

const REASONS: Readonly<Record<Trouble, string>> = {
  none: '',
  unreachable: ' · offline',
  busy: ' · server busy',
  'no-learner': ' · their study place is not open in this browser',
};

const BOX = 'pointer-events-auto rounded border border-edge bg-raised px-4 py-1.5 text-sm shadow-sm';

function Unsaved({ snapshot, retry }: Readonly<{ snapshot: OutboxSnapshot; retry: () => void }>) {
  const { pending, trouble, kept } = snapshot;
  return (
    <div className={`after-a-moment flex items-center gap-x-3 ${BOX}`}>
      <p>
        <span aria-hidden="true" className="mr-2 inline-block size-2 rounded-full bg-hard" />
        <strong className="font-semibold">
          {counted(pending.length, 'answer', 'answers')} not yet saved
        </strong>
        <span className="text-soft">
          {REASONS[trouble]}
          {kept ? (
            <span className="max-sm:sr-only"> · kept on this device</span>
          ) : (
            ' · this device stores nothing: leave the page open'
          )}
        </span>
      </p>
      {trouble !== 'none' && (
        <button type="button" className="link min-h-6 shrink-0 font-semibold" onClick={retry}>
          Try now
        </button>
      )}
    </div>
  );
}

function Rejected({ snapshot, learnerId }: Readonly<{ snapshot: OutboxSnapshot; learnerId: LearnerId }>) {
  return (
    <details className={`max-w-md ${BOX}`}>
      <summary className="min-h-6 font-semibold">
        {counted(snapshot.rejected.length, 'answer was', 'answers were')} not accepted
      </summary>
      <ul className="mt-2 divide-y divide-hairline">
        {snapshot.rejected.map(({ event, message }) => (
          <li key={event.id} className="flex items-baseline justify-between gap-4 py-2">
            <span>{message}</span>
            <button
              type="button"
              className="link min-h-6 shrink-0 font-semibold"
              onClick={() => deviceOutbox(learnerId).dismiss(event.id)}
            >
              Dismiss
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
