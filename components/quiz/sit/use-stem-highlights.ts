'use client';

import { type RefObject, useEffect } from 'react';
import { type TextRange, trimmed } from '@/lib/quiz/highlight-ranges';

const NAME = 'stem';
/** A ground and a line, so that it is not told by colour alone. */
const LOOK = `::highlight(${NAME}) {
  background-color: var(--marker);
  color: var(--ink);
  text-decoration: underline solid var(--edge) 2px;
}`;
let look: CSSStyleSheet | null = null;

/** Paints the marked stretches over the stem. The page itself is not touched, so offsets stay what they are. */
export function useStemHighlights(
  stem: RefObject<HTMLElement | null>,
  ranges: readonly TextRange[],
  place: string,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question is another stem
  useEffect(() => {
    const registry = 'highlights' in CSS ? CSS.highlights : null;
    if (registry === null || stem.current === null) return;
    const painted = ranges.flatMap((range) => domRange(stem.current as HTMLElement, range) ?? []);
    registry.set(NAME, new Highlight(...painted));
    wearLook();
    return () => void registry.delete(NAME);
  }, [stem, ranges, place]);
}

/**
 * Gives the page the look of marks. Not in the style sheets: what makes them smaller for the build knows no highlights
 * by name, and warns.
 */
function wearLook(): void {
  if (look !== null) return;
  look = new CSSStyleSheet();
  look.replaceSync(LOOK);
  document.adoptedStyleSheets.push(look);
}

/** What of the stem is selected, as offsets in its text; null when nothing is. */
export function selectedIn(stem: HTMLElement): TextRange | null {
  const selection = window.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(stem)) return null;
  const from = stem.contains(range.startContainer)
    ? offsetOf(stem, range.startContainer, range.startOffset)
    : 0;
  const text = stem.textContent ?? '';
  const to = stem.contains(range.endContainer)
    ? offsetOf(stem, range.endContainer, range.endOffset)
    : text.length;
  return trimmed(text, [from, to]);
}

function offsetOf(stem: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.selectNodeContents(stem);
  before.setEnd(node, offset);
  return before.toString().length;
}

function domRange(stem: HTMLElement, [from, to]: TextRange): Range | null {
  const range = document.createRange();
  const walker = document.createTreeWalker(stem, NodeFilter.SHOW_TEXT);
  let at = 0;
  let begun = false;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const end = at + (node.nodeValue?.length ?? 0);
    if (!begun && from < end) {
      range.setStart(node, from - at);
      begun = true;
    }
    if (begun && to <= end) {
      range.setEnd(node, to - at);
      return range;
    }
    at = end;
  }
  return null;
}
