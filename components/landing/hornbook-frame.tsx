import type { ReactNode } from 'react';

/** A sheet on its paddle: what a hornbook was. */
export function HornbookFrame({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <div>
      <div className="rounded-lg border-2 border-ink bg-raised">{children}</div>
      <div
        aria-hidden="true"
        className="mx-auto flex h-24 w-14 items-end justify-center rounded-b-2xl border-2 border-t-0 border-ink pb-4"
      >
        <span className="size-3 rounded-full border-2 border-ink" />
      </div>
    </div>
  );
}
