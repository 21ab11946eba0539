import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import type { Block } from './block';
import { countUpTo } from './line-ends';
import { startOf } from './markdown';

/** The footnotes of a file: what each mark refers to, and what is wrong with either. */
export type Footnotes = Readonly<{
  of: ReadonlyMap<FootnoteReference, FootnoteDefinition>;
  /** Marks whose note stands in another block, where nobody who reads this one would see it. */
  unresolved: readonly FootnoteReference[];
  unused: readonly FootnoteDefinition[];
  /** Notes under a name that stands for an earlier one already. */
  repeated: readonly FootnoteDefinition[];
}>;

const NONE: Footnotes = { of: new Map(), unresolved: [], unused: [], repeated: [] };

/**
 * Finds the note of each mark: one of the same block, else one of the prose. Each block is read by itself, so two of
 * them may use the same name for different notes.
 */
export function readFootnotes(
  references: readonly FootnoteReference[],
  definitions: readonly FootnoteDefinition[],
  blocks: readonly Block[],
): Footnotes {
  if (references.length + definitions.length === 0) return NONE;
  const starts = blocks.map(({ span }) => span.start);
  const blockAt = (offset: number): Block | null => {
    const block = blocks[countUpTo(starts, offset) - 1];
    return block !== undefined && offset < block.span.end ? block : null;
  };
  const named = new Map<Block | null, Map<string, FootnoteDefinition>>();
  const repeated: FootnoteDefinition[] = [];
  for (const definition of definitions) {
    const block = blockAt(startOf(definition));
    const names = named.get(block) ?? new Map<string, FootnoteDefinition>();
    named.set(block, names);
    if (names.has(definition.identifier)) repeated.push(definition);
    else names.set(definition.identifier, definition);
  }
  const of = new Map<FootnoteReference, FootnoteDefinition>();
  const unresolved: FootnoteReference[] = [];
  for (const reference of references) {
    const own = named.get(blockAt(startOf(reference)))?.get(reference.identifier);
    const definition = own ?? named.get(null)?.get(reference.identifier);
    if (definition === undefined) unresolved.push(reference);
    else of.set(reference, definition);
  }
  const used = new Set([...of.values(), ...repeated]);
  return { of, unresolved, repeated, unused: definitions.filter((definition) => !used.has(definition)) };
}
