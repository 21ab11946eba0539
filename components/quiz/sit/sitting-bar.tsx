import type { ReactNode } from 'react';

type SittingBarProps = Readonly<{
  exit: ReactNode;
  title: string;
  answered: number;
  count: number;
  current: number;
  timer: ReactNode;
  onNavigate: () => void;
  onFinish: () => void;
  finishLabel: string;
  finished: boolean;
}>;

/** Above the question: how far along, the way about and out, the time, and handing in. */
export function SittingBar(props: SittingBarProps) {
  const { exit, title, answered, count, current, timer, onNavigate, onFinish, finishLabel, finished } = props;
  return (
    <header className="sticky top-0 z-10 bg-paper pt-[env(safe-area-inset-top)]">
      <svg
        viewBox={`0 0 ${Math.max(1, count)} 4`}
        preserveAspectRatio="none"
        className="block h-[3px] w-full bg-hairline"
        role="img"
        aria-label={`${answered} of ${count} answered`}
      >
        <rect width={answered} height="4" className="fill-ink" />
      </svg>
      <div className="mx-auto flex h-14 max-w-[90rem] items-center gap-1 px-2 text-sm sm:gap-2 sm:px-4">
        {exit}
        <h1 className="min-w-0 grow truncate text-soft max-lg:sr-only lg:text-center">{title}</h1>
        <button
          type="button"
          onClick={onNavigate}
          aria-haspopup="dialog"
          aria-label={`Question ${current + 1} of ${count}, all questions`}
          className="inline-flex min-h-11 items-center gap-1.5 rounded px-2 font-medium tabular-nums hover:bg-wash max-lg:mx-auto lg:hidden"
        >
          {current + 1} / {count}
          <svg
            viewBox="0 0 12 12"
            className="size-3 fill-none stroke-current"
            strokeWidth="1.6"
            aria-hidden="true"
          >
            <path d="m2.5 4.5 3.5 3.5 3.5-3.5" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
        </button>
        {timer}
        {!finished && (
          <button
            type="button"
            onClick={onFinish}
            className="inline-flex min-h-11 items-center rounded border border-edge px-3 font-semibold hover:bg-wash"
          >
            {finishLabel}
          </button>
        )}
      </div>
    </header>
  );
}
