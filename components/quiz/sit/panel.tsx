'use client';

import { type ReactNode, type RefObject, useEffect, useId, useRef } from 'react';

type PanelProps = Readonly<{
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** What is written in: it has the focus at once, and keys pressed in the panel are no commands to the question. */
  field?: RefObject<HTMLElement | null>;
}>;

/** A region beside the question, or over its lower part where there is no room beside. The question stays usable. */
export function Panel({ title, onClose, children, field }: PanelProps) {
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => (field ?? heading).current?.focus(), [field]);
  return (
    <section
      aria-labelledby={titleId}
      data-panel={field === undefined ? 'read' : 'written'}
      className="fixed inset-x-0 bottom-0 z-20 flex max-h-[max(60dvh,23rem)] flex-col border-t border-edge bg-raised pb-[env(safe-area-inset-bottom)] shadow-lg xl:sticky xl:inset-auto xl:top-32 xl:z-0 xl:max-h-[calc(100dvh-15rem)] xl:w-80 xl:shrink-0 xl:self-start xl:rounded-md xl:border xl:shadow-none"
    >
      <div className="flex items-center justify-between gap-4 border-b border-hairline pl-4 pr-2">
        <h2 id={titleId} ref={heading} tabIndex={-1} className="font-semibold">
          {title}
        </h2>
        <button type="button" className="link min-h-11 px-2 font-semibold" onClick={onClose}>
          Close
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div tabIndex={0} className="min-h-0 overflow-y-auto p-4">
        {children}
      </div>
    </section>
  );
}
