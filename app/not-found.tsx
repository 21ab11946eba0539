import type { Metadata } from 'next';
import Link from 'next/link';
import { Notice } from '@/components/shell/notice';
import { learnerIdOf } from './learner';
import { PageShell } from './page-shell';

export const metadata: Metadata = { title: 'Page not found' };

export default async function NotFound() {
  return (
    <PageShell learner={(await learnerIdOf()) !== null}>
      <Notice
        title="There is no page here"
        actions={
          <>
            <Link href="/decks" className="button">
              See the decks
            </Link>
            <Link href="/" className="button button-quiet">
              Start page
            </Link>
          </>
        }
      >
        <p>The address may be mistyped, or the deck may have been renamed. Your answers are not affected.</p>
      </Notice>
    </PageShell>
  );
}
