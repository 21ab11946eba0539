/** A picture of what changes, for whoever watches: the same object until something changes. */
export type Snapshots<Picture> = Readonly<{
  /** Takes a new picture and tells everybody. */
  changed: () => void;
  subscribe: (listener: () => void) => () => void;
  snapshot: () => Picture;
}>;

/** Keeps the latest picture. `first` stands until something has changed. */
export function createSnapshots<Picture>(first: Picture, picture: () => Picture): Snapshots<Picture> {
  const listeners = new Set<() => void>();
  let current = first;
  return {
    changed() {
      current = picture();
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => current,
  };
}
