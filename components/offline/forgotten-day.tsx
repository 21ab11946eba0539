'use client';

import { useForgottenDay } from './use-kept-day';

/** Where nobody studies, the device keeps nobody's day. Shows nothing. */
export function ForgottenDay() {
  useForgottenDay();
  return null;
}
