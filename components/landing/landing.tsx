import type { ReactNode } from 'react';
import { EducationNote } from '@/components/shell/education-note';

type LandingProps = Readonly<{ start: ReactNode; sample: ReactNode; decks: ReactNode }>;

/** What Hornbook is, in one glance, and the way in. */
export function Landing({ start, sample, decks }: LandingProps) {
  return (
    <>
      <section className="grid items-start gap-x-16 gap-y-12 lg:grid-cols-[1fr_27rem] lg:pt-8">
        <div className="lg:pt-6">
          <h1 className="font-serif text-5xl font-semibold leading-[1.05] tracking-tight text-balance sm:text-6xl">
            Medicine that stays learned
          </h1>
          <p className="mt-6 max-w-md text-lg leading-relaxed text-soft">
            Hornbook asks each question again shortly before you would forget it. A few minutes a day keep a
            whole subject in mind.
          </p>
          <div className="mt-8">{start}</div>
          <div className="mt-4 space-y-1 text-sm text-soft">
            <p>No account needed: you begin at once, as a guest on this device.</p>
            <EducationNote />
          </div>
        </div>
        {sample}
      </section>
      <section aria-labelledby="decks" className="mt-16 sm:mt-20">
        <h2 id="decks" className="mb-6 font-serif text-3xl font-semibold">
          Decks to begin with
        </h2>
        {decks}
      </section>
    </>
  );
}
