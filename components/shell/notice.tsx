import type { ReactNode } from 'react';

type NoticeProps = Readonly<{ title: string; children: ReactNode; actions: ReactNode }>;

/** A whole page with one thing to say, and the ways out of it. */
export function Notice({ title, children, actions }: NoticeProps) {
  return (
    <section className="mx-auto max-w-xl py-10 sm:py-20">
      <h1 className="font-serif text-3xl font-semibold text-balance sm:text-4xl">{title}</h1>
      <div className="mt-4 space-y-3 text-lg leading-relaxed text-soft">{children}</div>
      <div className="mt-8 flex flex-wrap gap-3">{actions}</div>
    </section>
  );
}
