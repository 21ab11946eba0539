'use client';

import { Notice } from '@/components/shell/notice';

export default function ErrorPage({ error, retry }: Readonly<{ error: unknown; retry: () => void }>) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <main className="px-5 sm:px-8">
      <title>Something went wrong · Hornbook</title>
      <Notice
        title="This page could not be shown"
        actions={
          <>
            <button type="button" className="button" onClick={() => retry()}>
              Try again
            </button>
            {/* A whole new load: after a fault the page's own state is not to be trusted. */}
            <a href="/" className="button button-quiet">
              Start page
            </a>
          </>
        }
      >
        <p>The fault is ours. Answers you have given are kept on this device until they are saved.</p>
        {digest !== null && (
          <p className="text-sm">
            If it happens again, report this code: <code className="select-all">{digest}</code>
          </p>
        )}
      </Notice>
    </main>
  );
}
