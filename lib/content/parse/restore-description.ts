import type { Image, ImageReference } from 'mdast';
import { markdownToMdast } from 'satteri';
import { plainText } from '../render/plain-text';
import { endOf, startOf } from './markdown';

/** Puts back what a picture's description lost to what only looks like a directive: there it is dropped without a trace. */
export function restoreDescription(image: Image | ImageReference, source: string): void {
  const label = source.slice(startOf(image) + 2, labelEnd(source, startOf(image) + 2, endOf(image)));
  if (label.includes(':')) image.alt = plainText([markdownToMdast(label, { position: false })]);
}

function labelEnd(source: string, start: number, limit: number): number {
  let depth = 0;
  for (let at = start; at < limit; at += 1) {
    const unit = source[at];
    if (unit === '\\') at += 1;
    else if (unit === '[') depth += 1;
    else if (unit === ']') {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return limit;
}
