'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** The device's time zone, which decides when a study day begins; UTC where no script runs. */
export function TimeZoneField() {
  const tz = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  );
  return <input type="hidden" name="tz" value={tz} />;
}
