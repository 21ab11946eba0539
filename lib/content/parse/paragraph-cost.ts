import { MAX_BLOCK_LENGTH, MAX_COLONS, MAX_LABEL_DEPTH } from '../limits';
import { isNameUnit } from './line-ends';
import type { Span } from './span';

/** Why the parser must not be given a paragraph, because it would take the square of its length; null where it may. */
export function costOf(source: string, { start, end }: Span): string | null {
  if (end - start > MAX_BLOCK_LENGTH)
    return `This paragraph has ${end - start} characters; at most ${MAX_BLOCK_LENGTH} are read.`;
  const text = source.slice(start, end);
  // Counting needs as many units as there may be colons, or a bracket at all: most paragraphs have neither.
  if (text.length > MAX_COLONS && occurrencesOf(':', text) > MAX_COLONS)
    return `This paragraph has ${occurrencesOf(':', text)} colons; at most ${MAX_COLONS} are read.`;
  return occurrencesOf('[', text) > MAX_LABEL_DEPTH && labelDepth(text) > MAX_LABEL_DEPTH
    ? `Brackets stand more than ${MAX_LABEL_DEPTH} deep in one another.`
    : null;
}

function occurrencesOf(sign: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}

/** How deep labels (`c1[`) stand in one another. */
function labelDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x5b && isNameUnit(text.charCodeAt(at - 1))) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (unit === 0x5d && depth > 0) depth -= 1;
  }
  return deepest;
}
