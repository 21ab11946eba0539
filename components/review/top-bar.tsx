import type { ReactNode } from 'react';
import type { QueueCounts } from '@/lib/scheduling/sitting';
import { MoreMenu, type MoreMenuProps } from './more-menu';
import { ProgressBar } from './progress-bar';
import { UndoIcon } from './undo-icon';

type TopBarProps = Readonly<{
  exit: ReactNode;
  deckTitle: string | null;
  answered: number;
  left: QueueCounts;
  undo: (() => void) | null;
  menu: MoreMenuProps;
}>;

/** Above the card: how far along, the way out, and the few things one does beside answering. */
export function TopBar({ exit, deckTitle, answered, left, undo, menu }: TopBarProps) {
  return (
    <header className="sticky top-0 z-10 bg-paper pt-[env(safe-area-inset-top)]">
      <h1 className="sr-only">Review</h1>
      <ProgressBar answered={answered} left={left} />
      <div className="flex h-14 items-center gap-2 px-2 text-sm sm:px-4">
        {exit}
        <p className="min-w-0 grow truncate text-soft sm:text-center">
          <span className="max-sm:sr-only">{deckTitle}</span>
        </p>
        <Counts left={left} />
        <button
          type="button"
          className="inline-flex size-11 items-center justify-center rounded text-soft hover:bg-wash hover:text-ink disabled:invisible"
          disabled={undo === null}
          onClick={() => undo?.()}
          aria-label="Undo"
          aria-keyshortcuts="Z"
          title="Undo (Z)"
        >
          <UndoIcon />
        </button>
        <MoreMenu {...menu} />
      </div>
    </header>
  );
}

const COUNTS = [
  { name: 'new', look: 'text-easy', title: 'new' },
  { name: 'learning', look: 'text-again', title: 'learning' },
  { name: 'review', look: 'text-good', title: 'to review' },
] as const;

/** For the eye only: the bar above says the same in words. */
function Counts({ left }: Readonly<{ left: QueueCounts }>) {
  return (
    <p aria-hidden="true" className="flex gap-3 font-medium tabular-nums">
      {COUNTS.map(({ name, look, title }) => (
        <span key={name} className={look} title={`${left[name]} ${title}`}>
          {left[name]}
        </span>
      ))}
    </p>
  );
}
