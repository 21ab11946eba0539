import type { ReactNode } from 'react';

/** Under the card, where the thumb is: what to press next, and what the last press did. */
export function AnswerBar({ news, children }: Readonly<{ news: string; children: ReactNode }>) {
  return (
    <footer className="sticky bottom-0 bg-paper">
      <div className="mx-auto w-full max-w-[42rem] px-4 pb-safe-4 sm:px-8 sm:pb-safe-8">
        {/* Announced together with what comes next, not from here. */}
        <p aria-hidden="true" className="h-6 truncate text-center text-sm text-soft">
          {news}
        </p>
        <div className="mt-1">{children}</div>
      </div>
    </footer>
  );
}
