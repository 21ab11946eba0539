/**
 * How long the present turn of the event loop has lasted. `begin` is to be called by a timer: timers run before what
 * arrived meanwhile is read, so under load it marks the beginning of a turn.
 */
export function createTurnWatch(now: () => number): Readonly<{ begin: () => void; lastsMs: () => number }> {
  let since = now();
  return {
    begin() {
      since = now();
    },
    lastsMs: () => now() - since,
  };
}
