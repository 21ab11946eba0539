import { HOLDS, type Passage } from '../language/passage';

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

const MAY_DIVIDE = HOLDS.stop | HOLDS.colon | HOLDS.semicolon;

/** Where the last sentence of a question begins: what comes before it is the case, this is what is asked. */
export function questionStart(asked: Passage): number {
  if (!asked.mayHold(MAY_DIVIDE)) return 0;
  const { text } = asked;
  const last = text.length - 2;
  const at = Math.max(
    text.lastIndexOf('. ', last),
    text.lastIndexOf(': ', last),
    text.lastIndexOf('; ', last),
    text.lastIndexOf('! ', last),
  );
  return at < 0 ? 0 : at + 2;
}
