'use client';

import { useEffect } from 'react';

/** Where nobody studies, the device keeps nobody's day. Shows nothing. */
export function ForgottenDay() {
  useEffect(() => {
    void import('./ask-for-day').then(({ forgetKeptDay }) => forgetKeptDay()).catch(() => {});
  }, []);
  return null;
}
