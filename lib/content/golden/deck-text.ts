import type { SourceFile } from '../model';

/** Front matter of a deck with the objective `L1` and the source `adams`. */
export const FRONT_MATTER = `---
deck: example
title: Example
objectives:
  L1: { text: Name the signs }
sources:
  adams: { title: Adams, year: 2019 }
---

`;

/** One file that holds a whole deck of the given blocks. */
export function deckOf(...blocks: readonly string[]): readonly SourceFile[] {
  return [{ path: 'deck.md', text: FRONT_MATTER + blocks.join('\n\n') }];
}

/** A question as an author writes it. */
export function qa(id: string, question: string, answer: string, attributes = ''): string {
  return `:::qa{#${id} obj=L1 src=adams ${attributes}}\n${question}\n\n---\n\n${answer}\n:::`;
}

/** A cloze as an author writes it. */
export function cloze(id: string, text: string, attributes = ''): string {
  return `:::cloze{#${id} obj=L1 src=adams ${attributes}}\n${text}\n:::`;
}
