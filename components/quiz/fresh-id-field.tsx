'use client';

import { useEffect, useState } from 'react';
import { v7 } from 'uuid';

/**
 * The name of the attempt that a form begins, minted when the form is shown: however often it is sent, it begins one
 * attempt. `offered` is for browsers without scripts.
 */
export function FreshIdField({ offered }: Readonly<{ offered: string }>) {
  const [id, setId] = useState(offered);
  useEffect(() => {
    const mint = () => setId(v7());
    // A page that comes back from the browser's memory has begun its attempt already.
    const shown = (event: PageTransitionEvent) => event.persisted && mint();
    mint();
    window.addEventListener('pageshow', shown);
    return () => window.removeEventListener('pageshow', shown);
  }, []);
  return <input type="hidden" name="id" value={id} readOnly />;
}
