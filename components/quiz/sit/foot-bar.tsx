import type { ReactNode } from 'react';

type FootBarProps = Readonly<{
  /** Whether what stands here has reached the server. */
  saved: string;
  confidence: ReactNode;
  hasPrevious: boolean;
  onPrevious: () => void;
  /** The one thing to do next. */
  primary: Readonly<{ label: string; disabled: boolean; onPress: () => void }>;
  /** Goes on without an answer; null where the one thing to do goes on itself. */
  skip: (() => void) | null;
}>;

/** Under the question, where the thumb is. */
export function FootBar({ saved, confidence, hasPrevious, onPrevious, primary, skip }: FootBarProps) {
  return (
    <footer className="sticky bottom-0 z-10 border-t border-hairline bg-paper">
      <div className="mx-auto flex max-w-[90rem] flex-wrap items-center justify-center gap-x-6 gap-y-2 px-4 pt-2 pb-safe-3 lg:grid lg:grid-cols-[11rem_minmax(0,1fr)] lg:px-8">
        <p className="text-xs text-soft max-lg:order-last max-lg:w-full max-lg:text-center" aria-live="off">
          {saved}
        </p>
        <div className="flex w-full max-w-[46rem] flex-wrap items-center justify-between gap-x-4 gap-y-2">
          {confidence}
          <div className="ml-auto flex items-center gap-2 max-sm:w-full">
            <button
              type="button"
              className="button button-quiet px-4"
              disabled={!hasPrevious}
              onClick={onPrevious}
              aria-keyshortcuts="P"
              aria-label="Previous question"
            >
              <span aria-hidden="true">←</span>
            </button>
            {skip !== null && (
              <button
                type="button"
                className="button button-quiet px-4"
                onClick={skip}
                aria-keyshortcuts="N"
                aria-label="Next question, without an answer"
              >
                <span aria-hidden="true">→</span>
              </button>
            )}
            <button
              type="button"
              className="button max-sm:grow sm:min-w-36"
              disabled={primary.disabled}
              onClick={primary.onPress}
            >
              {primary.label}
              <span aria-hidden="true" className="key hidden font-sans opacity-70 pointer-fine:inline-block">
                Enter
              </span>
            </button>
          </div>
        </div>
      </div>
    </footer>
  );
}
