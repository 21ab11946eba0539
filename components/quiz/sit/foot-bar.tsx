import type { ReactNode } from 'react';

type FootBarProps = Readonly<{
  /** Whether what stands here has reached the server. */
  isSaved: boolean;
  confidence: ReactNode;
  /** Whether a panel stands beside the question: the bar keeps in line with it. */
  hasPanel: boolean;
  hasPrevious: boolean;
  onPrevious: () => void;
  /** The one thing to do next. */
  primary: Readonly<{ label: string; disabled: boolean; onPress: () => void }>;
  /** Goes on without an answer; null where the one thing to do goes on itself. */
  skip: (() => void) | null;
}>;

/** Under the question, where the thumb is. */
export function FootBar(props: FootBarProps) {
  const { isSaved, confidence, hasPanel, hasPrevious, onPrevious, primary, skip } = props;
  return (
    <footer className="sticky bottom-0 z-10 border-t border-hairline bg-paper">
      <div className="mx-auto flex max-w-[90rem] items-center gap-8 px-4 pt-2 pb-safe-2 sm:px-8 lg:pt-3 lg:pb-safe-3">
        <p className="hidden w-44 shrink-0 text-sm text-soft lg:block">
          {isSaved ? 'Saved' : 'Not yet saved'}
        </p>
        <div className="@container/foot mx-auto flex w-full max-w-[46rem] flex-wrap items-center justify-between gap-x-4 gap-y-2">
          {confidence}
          <div className="ml-auto flex items-center gap-2 max-sm:w-full">
            <button
              type="button"
              className="button button-quiet min-w-11 px-4 disabled:opacity-40 @max-2xl/foot:px-2"
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
                className="button button-quiet min-w-11 px-4 @max-2xl/foot:px-2"
                onClick={skip}
                aria-keyshortcuts="N"
                aria-label="Next question, without an answer"
              >
                <span aria-hidden="true">→</span>
              </button>
            )}
            <button
              type="button"
              className="button disabled:border-edge disabled:bg-wash disabled:text-soft max-sm:grow sm:min-w-36"
              disabled={primary.disabled}
              onClick={primary.onPress}
            >
              {primary.label}
              <span
                aria-hidden="true"
                className="key hidden font-sans opacity-70 pointer-fine:@2xl/foot:inline-block"
              >
                Enter
              </span>
            </button>
          </div>
          {!isSaved && <p className="w-full text-center text-xs text-soft lg:hidden">Not yet saved</p>}
        </div>
        {hasPanel && <div className="hidden w-80 shrink-0 xl:block" />}
      </div>
    </footer>
  );
}
