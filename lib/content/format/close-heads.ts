import { readAttributes } from '../parse/attributes';
import type { FileFacts } from '../parse/facts';
import { firstInk } from '../parse/line-ends';
import type { Edit } from './edit';

/** Takes out the blanks of `:::qa {#a}`, where what follows them is one whole pair of braces and nothing else. */
export function closeHeads({ blocks, source: { text } }: FileFacts): readonly Edit[] {
  return blocks.flatMap(({ head }) => {
    const { tail, nameSpan } = head;
    if (tail === null || tail.start !== nameSpan.end) return [];
    const brace = firstInk(text, tail.start, tail.end);
    if (brace === tail.start || text[brace] !== '{') return [];
    const list = readAttributes(text, brace, head.span.end);
    if (!list.closed || list.end !== head.span.end) return [];
    return [{ span: { start: tail.start, end: brace }, text: '', change: { kind: 'head' } as const }];
  });
}
