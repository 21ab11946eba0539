/** The present turn of the event loop: how long it has lasted, and how many requests it has taken in. */
export type TurnWatch = Readonly<{
  /** To be called by a timer: timers run before what arrived meanwhile is read, so under load it marks a turn's beginning. */
  begin: () => void;
  take: () => void;
  lastsMs: () => number;
  taken: () => number;
}>;

/** `now` is a clock in milliseconds that never goes back. */
export function createTurnWatch(now: () => number): TurnWatch {
  let since = now();
  let taken = 0;
  return {
    begin() {
      since = now();
      taken = 0;
    },
    take() {
      taken += 1;
    },
    lastsMs: () => now() - since,
    taken: () => taken,
  };
}
