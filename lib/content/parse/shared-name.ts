/**
 * The name as one shared string where it is a frequent one. A name cut out of a text is a new string each time, which is
 * compared unit by unit and has to be looked up before it can name a property: dozens of rules do both to every block.
 */
export function sharedName(name: string): string {
  return FREQUENT.get(name) ?? name;
}

const FREQUENT: ReadonlyMap<string, string> = new Map(
  [
    ...['qa', 'cloze', 'table', 'figure', 'vignette', 'match', 'note'],
    ...['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9'],
    ...['obj', 'src', 'tags', 'claims', 'dir', 'back', 'type', 'accept', 'hint', 'rev', 'was', 'key', 'ask'],
  ].map((name) => [name, name]),
);
