import type { FenceLine } from './fence';
import { insideOneOf, type Span } from './span';

/**
 * The fences that neither open nor close anything: not the first or last line of one of the `containers`, and not in
 * `opaque` text (code, maths, HTML).
 */
export function strayFences(
  fences: readonly FenceLine[],
  containers: readonly Span[],
  opaque: readonly Span[],
): readonly FenceLine[] {
  const opening = new Set(containers.map((span) => span.start));
  const ends = new Set(containers.map((span) => span.end));
  const isOpaque = insideOneOf(opaque);
  return fences.filter(
    (fence) => !opening.has(fence.start) && !closes(fence, ends) && !isOpaque(fence.start),
  );
}

/** Blanks behind the colons may or may not count to the container. */
function closes(fence: FenceLine, ends: ReadonlySet<number>): boolean {
  if (!fence.closing) return false;
  for (let end = fence.start + fence.colons; end <= fence.end; end += 1) if (ends.has(end)) return true;
  return false;
}
