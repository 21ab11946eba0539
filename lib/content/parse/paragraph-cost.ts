import { MAX_BLOCK_LENGTH, MAX_COLONS, MAX_LABEL_DEPTH } from '../limits';
import { isNameUnit } from './line-ends';
import type { Span } from './span';

/** Why the parser must not be given a paragraph, because it would take the square of its length; null where it may. */
export function costOf(source: string, { start, end }: Span): string | null {
  if (end - start > MAX_BLOCK_LENGTH)
    return `This paragraph has ${end - start} characters; at most ${MAX_BLOCK_LENGTH} are read.`;
  // Most paragraphs are too short to nest too deeply.
  if (end - start <= 2 * MAX_LABEL_DEPTH) return null;
  let colons = 0;
  let depth = 0;
  let deepest = 0;
  for (let at = start; at < end; at += 1) {
    const unit = source.charCodeAt(at);
    if (unit === COLON) colons += 1;
    else if (unit === 0x5b && isNameUnit(source.charCodeAt(at - 1))) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (unit === 0x5d && depth > 0) depth -= 1;
  }
  if (colons > MAX_COLONS) return `This paragraph has ${colons} colons; at most ${MAX_COLONS} are read.`;
  return deepest > MAX_LABEL_DEPTH
    ? `Brackets stand more than ${MAX_LABEL_DEPTH} deep in one another.`
    : null;
}

const COLON = 0x3a;
