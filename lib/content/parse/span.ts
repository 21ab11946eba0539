import { countUpTo } from './line-ends';

/** A stretch of a file's prepared text: offsets in UTF-16 units, the end exclusive. */
export type Span = Readonly<{ start: number; end: number }>;

/** A mistake found while reading, told by the rule that owns it. */
export type Problem = Readonly<{ span: Span; message: string; hint?: string }>;

/** Whether an offset lies in one of `spans`, which are given in order and do not overlap: a binary search. */
export function insideOneOf(spans: readonly Span[]): (offset: number) => boolean {
  const starts = spans.map((span) => span.start);
  return (offset) => offset < (spans[countUpTo(starts, offset) - 1]?.end ?? 0);
}
