import type { Sender } from './sender-model';

/**
 * Ties a sender to the life of its page: it tries again when the network is back and at `moments` (events of the
 * window), and hands over when the page goes or is hidden. Returns what unties it. Browser only.
 */
export function tieToPage(
  { flush, flushBeforeLeaving }: Pick<Sender<never, never>, 'flush' | 'flushBeforeLeaving'>,
  moments: readonly string[] = [],
): () => void {
  const hidden = () => {
    if (document.visibilityState === 'hidden') flushBeforeLeaving();
  };
  const flushing = ['online', ...moments];
  for (const moment of flushing) window.addEventListener(moment, flush);
  window.addEventListener('pagehide', flushBeforeLeaving);
  document.addEventListener('visibilitychange', hidden);
  return () => {
    for (const moment of flushing) window.removeEventListener(moment, flush);
    window.removeEventListener('pagehide', flushBeforeLeaving);
    document.removeEventListener('visibilitychange', hidden);
  };
}
