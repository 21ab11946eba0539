/** The words that open a question (Quirk et al., the wh-words of English). Lower case. */
export const INTERROGATIVES: ReadonlySet<string> = new Set([
  'what',
  'which',
  'who',
  'whom',
  'whose',
  'when',
  'where',
  'why',
  'how',
]);

/** Where the last sentence of a question begins: what comes before it is the case, this is what is asked. */
export function questionStart(text: string): number {
  const last = text.length - 2;
  const at = Math.max(
    text.lastIndexOf('. ', last),
    text.lastIndexOf(': ', last),
    text.lastIndexOf('; ', last),
    text.lastIndexOf('! ', last),
  );
  return at < 0 ? 0 : at + 2;
}
