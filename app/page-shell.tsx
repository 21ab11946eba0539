import Link from 'next/link';
import type { ReactNode } from 'react';
import { ForgottenDay } from '@/components/offline/forgotten-day';
import { EducationNote } from '@/components/shell/education-note';
import { Wordmark } from '@/components/shell/wordmark';
import { NavLink } from './nav-link';

type PageShellProps = Readonly<{
  children: ReactNode;
  /** Whether somebody studies here: without a learner there is no today. */
  learner: boolean;
}>;

/** What stands around every page but the review: the way in, the way about, and the note at the foot. */
export function PageShell({ children, learner }: PageShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      {!learner && <ForgottenDay />}
      <a
        href="#main"
        className="absolute left-4 top-3 z-10 -translate-y-24 rounded bg-ink px-4 py-2 font-semibold text-paper focus:translate-y-0"
      >
        Skip to the content
      </a>
      <header className="mx-auto flex w-full max-w-5xl flex-wrap items-center justify-between gap-x-1 px-5 py-3 sm:px-8">
        <Link
          href={learner ? '/today' : '/'}
          aria-label="Hornbook, home"
          className="inline-flex min-h-11 min-w-11 items-center py-2"
        >
          <Wordmark brief={learner} />
        </Link>
        <nav aria-label="Main" className="-mr-1.5 flex min-[24rem]:-mr-2.5 sm:-mr-3">
          {learner && <NavLink href="/today">Today</NavLink>}
          <NavLink href="/decks">Decks</NavLink>
          {learner && <NavLink href="/quiz">Cases</NavLink>}
          {learner ? (
            <NavLink href="/settings">Settings</NavLink>
          ) : (
            <NavLink href="/sign-in">Sign in</NavLink>
          )}
        </nav>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-5xl grow px-5 pb-16 pt-6 sm:px-8 sm:pt-10"
      >
        {children}
      </main>
      <footer className="mx-auto w-full max-w-5xl px-5 sm:px-8">
        <div className="border-t border-hairline py-6 text-sm text-soft">
          <EducationNote />
        </div>
      </footer>
    </div>
  );
}
