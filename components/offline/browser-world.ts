import type { SenderWorld } from './sender-model';

/** Clock, timers and dice of this browser. */
export const browserWorld: Omit<SenderWorld<never>, 'tabs'> = {
  schedule(task, delayMs) {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
  random: Math.random,
  now: Date.now,
};
