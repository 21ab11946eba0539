import { SECOND_MS } from '@/lib/base/time';

/** Runs `task` after `delayMs`; returns what calls it off. */
export type Schedule = (task: () => void, delayMs: number) => () => void;

/** The waits between attempts. */
export type Backoff = Readonly<{
  /** Waits, longer after each failure in a row; at least `atLeastMs`, which the server asked for. */
  wait: (atLeastMs: number) => Promise<void>;
  /** Ends the present wait, but for what the server asked for. */
  cutShort: () => void;
  /** Something went through: the next wait is a short one again. */
  reset: () => void;
}>;

const FIRST_PAUSE_MS = SECOND_MS;
const LONGEST_PAUSE_MS = 60 * SECOND_MS;

/** Pauses that double up to a minute, half of each left to chance so that a class does not come back in one wave. */
export function createBackoff(schedule: Schedule, random: () => number): Backoff {
  let failures = 0;
  let wake: (() => void) | null = null;

  function pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const callOff = schedule(resolve, delayMs);
      wake = () => {
        callOff();
        resolve();
      };
    });
  }

  return {
    async wait(atLeastMs) {
      const ceiling = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
      failures += 1;
      const whole = ceiling * (0.5 + random() / 2);
      if (atLeastMs > 0) await new Promise<void>((resolve) => void schedule(resolve, atLeastMs));
      if (whole > atLeastMs) await pause(whole - atLeastMs);
      wake = null;
    },
    cutShort: () => wake?.(),
    reset() {
      failures = 0;
    },
  };
}
