/** Full keys, `deck/unit:variant`, as conditions on rows that have a deck and a key. */
export function addressesOf(fullKeys: readonly string[]): { key: string; deck: { slug: string } }[] {
  return fullKeys.map((fullKey) => {
    const slash = fullKey.indexOf('/');
    return { key: fullKey.slice(slash + 1), deck: { slug: fullKey.slice(0, slash) } };
  });
}
