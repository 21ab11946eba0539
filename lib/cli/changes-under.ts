import { type FSWatcher, watch } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** An editor saves in several steps; what comes within this time is one change. Milliseconds. */
const SETTLE_MS = 80;

/** Network drives and some file systems tell nothing, so a look is due after this time anyway. Milliseconds. */
const LOOK_ANYWAY_MS = 2_000;

/**
 * Yields whenever something under `folders` may have changed, until `signal` is aborted. It may yield for nothing: whoever
 * listens compares. A folder that cannot be watched, or no longer, is looked at every two seconds as all the others are.
 */
export async function* changesUnder(
  folders: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<void, void, void> {
  let isChanged = false;
  let wake = () => {};
  const note = () => {
    isChanged = true;
    wake();
  };
  const watchers = folders.flatMap((folder) => watcherOf(folder, note));
  const clock = setInterval(note, LOOK_ANYWAY_MS);
  signal.addEventListener('abort', note);
  try {
    while (!signal.aborted) {
      if (!isChanged)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      if (signal.aborted) return;
      await delay(SETTLE_MS);
      isChanged = false;
      yield;
    }
  } finally {
    clearInterval(clock);
    signal.removeEventListener('abort', note);
    for (const watcher of watchers) watcher.close();
  }
}

function watcherOf(folder: string, note: () => void): readonly FSWatcher[] {
  try {
    const watcher = watch(folder, { recursive: true }, note);
    watcher.on('error', () => watcher.close());
    return [watcher];
  } catch {
    return [];
  }
}
