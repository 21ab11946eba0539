'use client';

import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode, Suspense } from 'react';

type WidgetProps = Readonly<{
  name: WidgetName;
  /** What stands in its place where no script runs, and the same in a table. */
  placeholder: ReactNode;
  table: ReactNode;
}>;

/** The widgets that this build can put in their places. */
export type WidgetName = 'facial-palsy-face' | 'facial-nerve-course';

/** A widget of the notes. Its script is fetched only where one stands; the server draws its first state. */
export function Widget({ name, placeholder, table }: WidgetProps) {
  const Live = LIVE[name];
  return (
    <>
      <noscript>
        {placeholder}
        {table}
      </noscript>
      <div className="noscript:hidden">
        <Suspense fallback={<div className="min-h-[60rem] @lg:min-h-[44rem]" />}>
          <Live table={table} />
        </Suspense>
      </div>
    </>
  );
}

type Live = ComponentType<Readonly<{ table: ReactNode }>>;

const LIVE: Readonly<Record<WidgetName, LazyExoticComponent<Live>>> = {
  'facial-palsy-face': lazy(async () => ({
    default: (await import('./face/facial-palsy-face')).FacialPalsyFace,
  })),
  'facial-nerve-course': lazy(async () => ({
    default: (await import('./nerve/facial-nerve-course')).FacialNerveCourse,
  })),
};
