import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { learnerIdOf } from '@/app/learner';

/** Visitors are sent to the start before the page's own loading state shows. */
export default async function ReviewLayout({ children }: Readonly<{ children: ReactNode }>) {
  if ((await learnerIdOf()) === null) redirect('/');
  return children;
}
