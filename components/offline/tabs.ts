import type { OtherTabs } from './sender-model';

/** Tabs of an older build that are still open say it differently; the turn and the disk they share all the same. */
const LANGUAGE = 2;

/**
 * The other tabs of this browser that are about the same thing, known by its name. The turn to send is a Web Lock: the browser gives it on when a tab dies,
 * and lets no tab fall asleep with it. Where there are no locks (an address without TLS) every tab sends, and the server
 * counts each answer once.
 */
export function browserTabs<Message>(name: string): OtherTabs<Message> {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(`${name}.${LANGUAGE}`) : null;
  return {
    tell: (message) => channel?.postMessage(message),
    hear: (listener) =>
      channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => listener(data)),
    async takeTurn(task) {
      const locks: LockManager | undefined = navigator.locks;
      if (locks === undefined) return task();
      let begun = false;
      const turn = () => {
        begun = true;
        return task();
      };
      try {
        await locks.request(name, turn);
      } catch {
        // Locks are refused where site data is; a turn that was given has run to its end.
        if (!begun) await task();
      }
    },
  };
}
