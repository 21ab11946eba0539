import type { FormatChange } from '../format-change';
import type { FileFacts } from '../parse/facts';
import { originalOffset } from '../parse/locate';
import type { Span } from '../parse/span';

/** Puts `text` in the place of a span of the prepared text; an empty span inserts. */
export type Edit = Readonly<{ span: Span; text: string; change: FormatChange }>;

/** An author's text with edits made, and the changes that were. Everything outside the edits keeps its bytes. */
export type Edited = Readonly<{ text: string; changes: readonly FormatChange[] }>;

/**
 * Makes `edits` in `original`, the text of which `file` was read. Of two edits that overlap the first is made: the other
 * is found again when the result is read.
 */
export function applyEdits(original: string, file: FileFacts, edits: readonly Edit[]): Edited {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const pieces: string[] = [];
  const changes: FormatChange[] = [];
  let copied = 0;
  let madeTo = -1;
  for (const { span, text, change } of sorted) {
    const start = originalOffset(original, file.source, span.start);
    const end = originalOffset(original, file.source, span.end);
    if (start < copied || start === madeTo) continue;
    pieces.push(original.slice(copied, start), text);
    changes.push(change);
    copied = end;
    madeTo = start;
  }
  pieces.push(original.slice(copied));
  return { text: pieces.join(''), changes };
}
