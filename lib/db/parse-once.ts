/**
 * `parse`, which must be pure, with its last results kept: columns that never change are read by every request, and
 * checking them costs more than fetching them. The results are shared, hence read-only. `most` bounds how many are kept;
 * the one that was used least recently goes first.
 */
export function parseOnce<T>(parse: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) {
      known.delete(text);
      known.set(text, before);
      return before;
    }
    const parsed = parse(text);
    known.set(text, parsed);
    for (const oldest of known.size > most ? known.keys() : []) {
      known.delete(oldest);
      break;
    }
    return parsed;
  };
}
