import type { SeenRestorations } from './catch-up';

const PREFIX = 'hornbook.restoration-seen.';

/** Kept as texts. Where site data is forbidden nothing is remembered, and nothing is held that could be sent again. */
export function seenRestorations(texts: () => Pick<Storage, 'getItem' | 'setItem'>): SeenRestorations {
  return {
    get(learnerId) {
      try {
        return texts().getItem(PREFIX + learnerId);
      } catch {
        return null;
      }
    },
    set(learnerId, id) {
      try {
        texts().setItem(PREFIX + learnerId, id);
      } catch {
        // Sent again on the next visit, and counted once.
      }
    },
  };
}
