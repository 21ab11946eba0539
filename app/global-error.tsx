'use client';

import './globals.css';
import ErrorPage from './error';

/** The error page for a fault in the outermost layout, which this replaces. */
export default function GlobalError(props: Readonly<{ error: unknown; retry: () => void }>) {
  return (
    <html lang="en">
      <body className="antialiased">
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
