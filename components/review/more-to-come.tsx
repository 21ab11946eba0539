import { counted } from '@/components/ui/quantity';
import type { QueueCounts } from '@/lib/scheduling/sitting';
import type { Fetching } from './use-review-session';

type MoreToComeProps = Readonly<{ elsewhere: QueueCounts; fetching: Fetching; onRetry: () => void }>;

/** Cards of the day that have not reached this device: on their way, or waiting for a connection. */
export function MoreToCome({ elsewhere, fetching, onRetry }: MoreToComeProps) {
  const count = elsewhere.review + elsewhere.new;
  if (count === 0 || fetching === 'idle') return null;
  if (fetching === 'under-way') return <p className="mt-4">Fetching more cards…</p>;
  return (
    <p className="mt-4">
      {counted(count, 'more card waits', 'more cards wait')} on the server, which cannot be reached.{' '}
      <button type="button" className="link min-h-6 font-semibold" onClick={onRetry}>
        Try again
      </button>
    </p>
  );
}
