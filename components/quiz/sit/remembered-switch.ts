/** Something that is on or off on this device, whoever sits before it. */
export type RememberedSwitch = Readonly<{
  isOn: () => boolean;
  set: (on: boolean) => void;
  subscribe: (listener: () => void) => () => void;
}>;

type Texts = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** A switch that is off at first and kept under `key`. Where site data is forbidden it holds until the page is left. */
export function rememberedSwitch(texts: () => Texts, key: string): RememberedSwitch {
  let here: boolean | null = null;
  const listeners = new Set<() => void>();
  return {
    isOn() {
      here ??= read(texts, key);
      return here;
    },
    set(on) {
      here = on;
      try {
        if (on) texts().setItem(key, '1');
        else texts().removeItem(key);
      } catch {
        // It holds on this page all the same.
      }
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function read(texts: () => Texts, key: string): boolean {
  try {
    return texts().getItem(key) !== null;
  } catch {
    return false;
  }
}
