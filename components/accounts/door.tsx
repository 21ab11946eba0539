import type { ReactNode } from 'react';

type DoorProps = Readonly<{ title: string; lead: ReactNode; form: ReactNode; otherwise: ReactNode }>;

/** A page with one form: signing in, signing up, a new password. */
export function Door({ title, lead, form, otherwise }: DoorProps) {
  return (
    <section className="mx-auto max-w-md">
      <h1 className="font-serif text-4xl font-semibold text-balance">{title}</h1>
      <p className="mt-3 mb-8 leading-relaxed text-soft">{lead}</p>
      {form}
      <div className="mt-8 border-t border-hairline pt-5 text-soft">{otherwise}</div>
    </section>
  );
}
