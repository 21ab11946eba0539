import type { Block } from '../parse/block';
import { endOf, startOf } from '../parse/markdown';
import type { Problem } from '../parse/span';
import { walk } from '../parse/walk';

/** `{{c1::large}}`, and the word in it where it is plain. */
const ANKI = /(?<!\\)\{\{(c\d{1,3})::(?:([^{}:\n]{1,40})(?:::[^{}\n]{0,80})?\}\})?/g;

/** Deletions as Anki writes them, outside of code: they are text here, and the answer would stand in the question. */
export function ankiDeletionsIn(text: string, { children, span, kind }: Block): readonly Problem[] {
  if (!text.slice(span.start, span.end).includes('{{c')) return [];
  const found: Problem[] = [];
  walk(children, (node) => {
    if (node.type !== 'text') return;
    const start = startOf(node);
    for (const { 0: written, 1: key, 2: word, index } of text.slice(start, endOf(node)).matchAll(ANKI))
      found.push({
        span: { start: start + index, end: start + index + written.length },
        message: `\`{{${key}::\` is how Anki writes a deletion; here it is text and hides nothing.`,
        hint: `Write \`:${key}[${word ?? '…'}]\`${kind === 'cloze' ? '' : ', in a `:::cloze`'}.`,
      });
  });
  return found;
}
