import { isUnitKind } from '../blocks/block-kinds';
import type { Block } from '../parse/block';
import type { DeckFacts, FileFacts } from '../parse/facts';
import { proposeIds } from '../parse/propose-ids';
import type { Edit } from './edit';

/**
 * Gives an id to each unit that has none. Nothing is minted for a block whose head could not be read to its end or that
 * was not closed: the id may be there, and the words may be those of the next block.
 */
export function mintIds(deck: DeckFacts): ReadonlyMap<FileFacts, readonly Edit[]> {
  const proposed = proposeIds(deck);
  return new Map(
    deck.files.map((file) => [
      file,
      file.blocks.filter(lacksId).map((block) => mintedAt(file, block, proposed.get(block) ?? block.kind)),
    ]),
  );
}

function lacksId({ kind, closed, head, id }: Block): boolean {
  const understood = head.readable && head.problems.length === 0 && head.tail === null;
  return isUnitKind(kind) && closed && understood && (id === null || id.value === '');
}

function mintedAt({ source: { text } }: FileFacts, { head, id: given }: Block, id: string): Edit {
  const change = { kind: 'id', id } as const;
  const at = (offset: number) => ({ start: offset, end: offset });
  if (given !== null) return { span: at(given.valueSpan.start), text: id, change };
  const { end } = head.nameSpan;
  if (text[end] !== '{') return { span: at(end), text: `{#${id}}`, change };
  const next = text[end + 1] ?? '';
  return { span: at(end + 1), text: /[\s}]/.test(next) ? `#${id}` : `#${id} `, change };
}
