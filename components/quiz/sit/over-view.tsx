import type { RefObject } from 'react';
import type { QueueSnapshot } from '../change-queue-model';

type OverViewProps = Readonly<{
  queue: QueueSnapshot;
  state: 'finished' | 'finished-elsewhere' | 'time-up' | 'handing-in';
  byDeadline: boolean;
  resultHref: string;
  heading: RefObject<HTMLHeadingElement | null>;
  onRetry: () => void;
}>;

/** The block is over, or about to be: nothing can be changed any more. */
export function OverView({ queue, state, byDeadline, resultHref, heading, onRetry }: OverViewProps) {
  const { pending, trouble } = queue;
  const isOver = state === 'finished' || state === 'finished-elsewhere';
  return (
    <section className="mx-auto w-full max-w-xl grow px-5 py-[clamp(1.5rem,12vh,7rem)] sm:px-8">
      <h2 ref={heading} tabIndex={-1} className="font-serif text-4xl font-semibold text-balance sm:text-5xl">
        {isOver
          ? byDeadline
            ? 'Time is up'
            : 'Handed in'
          : state === 'time-up'
            ? 'Time is up'
            : 'Handing in…'}
      </h2>
      <div role="status" className="mt-4 space-y-3 text-lg leading-relaxed text-soft">
        {isOver ? (
          <p>
            {state === 'finished-elsewhere' && !byDeadline
              ? 'This block was handed in from another tab or another device. Nothing here can be changed any more.'
              : 'This block is over. Every question is explained with the result.'}
          </p>
        ) : trouble === 'unreachable' || trouble === 'no-learner' ? (
          <>
            <p>
              {trouble === 'unreachable'
                ? 'You are offline. Your answers are kept on this device.'
                : 'This block belongs to a study place that is not open in this browser. Your answers are kept here.'}
            </p>
            <p>
              The block is handed in as soon as it can be sent; you may leave this page. If a time limit
              passes before, what the server has by then counts.
            </p>
          </>
        ) : (
          <p>{pending.length > 0 ? 'Your last answers are on their way.' : 'One moment.'}</p>
        )}
      </div>
      <div className="mt-8 flex flex-wrap gap-3">
        {isOver ? (
          <a href={resultHref} className="button">
            See the result
          </a>
        ) : (
          trouble !== 'none' && (
            <button type="button" className="button button-quiet" onClick={onRetry}>
              Try now
            </button>
          )
        )}
      </div>
    </section>
  );
}
