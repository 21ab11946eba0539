import { counted } from '@/components/ui/quantity';
import type { ChangedPart } from '@/lib/quiz/sitting-model';
import type { QueueSnapshot } from '../change-queue-model';
import type { Elsewhere } from './use-sitting';

type NoticesProps = Readonly<{
  queue: QueueSnapshot;
  elsewhere: readonly Elsewhere[];
  onRetry: () => void;
  onForget: () => void;
  onDismissRefused: () => void;
}>;

const BOX =
  'flex flex-wrap items-baseline justify-between gap-x-4 border-l-2 border-rubric bg-wash px-4 py-1.5 text-sm';
const BUTTON = 'link min-h-11 font-semibold';

/** What the learner has to know beside the question. Silent when all is well. */
export function Notices(props: NoticesProps) {
  const { queue, elsewhere, onRetry, onForget, onDismissRefused } = props;
  const { trouble, pending, kept, refused } = queue;
  const waits = pending.length > 0 || queue.finishing;
  return (
    <div role="status" className="mb-5 space-y-2 empty:hidden">
      {waits && trouble !== 'none' && (
        <div className={BOX}>
          <p className="py-2">
            <strong className="font-semibold">{TROUBLES[trouble]}</strong>{' '}
            {kept
              ? 'Your answers are kept on this device and sent as soon as possible.'
              : 'This device stores nothing: leave this page open.'}
          </p>
          <button type="button" className={BUTTON} onClick={onRetry}>
            Try now
          </button>
        </div>
      )}
      {elsewhere.length > 0 && (
        <div className={BOX}>
          <p className="py-2">
            <strong className="font-semibold">Changed in another tab or on another device:</strong>{' '}
            {elsewhere.map(elsewhereText).join('; ')}.
          </p>
          <button type="button" className={BUTTON} onClick={onForget}>
            I see
          </button>
        </div>
      )}
      {refused.length > 0 && (
        <div className={BOX}>
          <p className="py-2">
            <strong className="font-semibold">
              {counted(refused.length, 'change was', 'changes were')} not taken
            </strong>{' '}
            ({[...new Set(refused.map(({ change }) => `question ${change.slot + 1}`))].join(', ')}):{' '}
            {[...new Set(refused.map(({ message }) => message))].join(' ')}
          </p>
          <button type="button" className={BUTTON} onClick={onDismissRefused}>
            I see
          </button>
        </div>
      )}
    </div>
  );
}

const TROUBLES = {
  unreachable: 'You are offline.',
  busy: 'The server is busy.',
  'no-learner': 'This block belongs to a study place that is not open in this browser.',
} as const;

const PARTS: Readonly<Record<ChangedPart, string>> = {
  answer: 'the answer',
  confidence: 'how sure you are',
  strikes: 'what is ruled out',
  flag: 'the flag',
  highlights: 'the highlights',
  note: 'the note',
  revealed: 'the answer was told',
};

function elsewhereText({ slot, parts }: Elsewhere): string {
  const what = parts.map((part) => PARTS[part]);
  const listed = what.length < 2 ? what.join('') : `${what.slice(0, -1).join(', ')} and ${what.at(-1)}`;
  return `question ${slot + 1}, ${listed}`;
}
