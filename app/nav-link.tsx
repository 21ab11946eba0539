'use client';

import Link, { useLinkStatus } from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

/** A link of the header: marked while its part of the site is open, and while it is being fetched. */
export function NavLink({ href, children }: Readonly<{ href: string; children: ReactNode }>) {
  const path = usePathname();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className="relative inline-flex min-h-11 items-center px-1.5 text-[0.9375rem] font-medium min-[24rem]:px-2.5 sm:px-3 sm:text-base text-soft hover:text-ink aria-[current]:text-ink"
    >
      {children}
      <Underline here={here} />
    </Link>
  );
}

function Underline({ here }: Readonly<{ here: boolean }>) {
  const { pending } = useLinkStatus();
  const look = pending ? 'bg-edge' : here ? 'bg-rubric' : 'bg-transparent';
  return (
    <span
      aria-hidden="true"
      className={`absolute inset-x-1.5 bottom-1.5 min-[24rem]:inset-x-2.5 sm:inset-x-3 h-0.5 ${look}`}
    />
  );
}
