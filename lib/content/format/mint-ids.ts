import { isUnitKind } from '../blocks/block-kinds';
import type { Block } from '../parse/block';
import type { DeckFacts, FileFacts } from '../parse/facts';
import type { Item } from '../parse/item';
import { proposeIds } from '../parse/propose-ids';
import type { Edit } from './edit';
import { mintInCells } from './mint-in-cells';

/**
 * Gives an id to each unit, stem, row and mask that has none and needs one. Nothing is minted in a block whose head could
 * not be read to its end or that was not closed: the id may be there, and the words may be those of the next block.
 */
export function mintIds(deck: DeckFacts): ReadonlyMap<FileFacts, readonly Edit[]> {
  const proposed = proposeIds(deck);
  return new Map(
    deck.files.map((file) => {
      const understood = new Set(file.blocks.filter(isUnderstood));
      const heads = [...understood].filter(({ id }) => id === null || id.value === '');
      const stems = file.itemSets.flatMap(({ block, items }) =>
        understood.has(block) ? items.filter(lacksId) : [],
      );
      const grids = [...understood].filter(({ kind }) => kind === 'table' || kind === 'figure');
      return [
        file,
        [
          ...heads.map((block) => mintedInHead(file, block, proposed.get(block) ?? block.kind)),
          ...stems.flatMap((item) => mintedInStem(item, proposed.get(item) ?? 'stem')),
          ...grids.flatMap((block) => mintInCells(file, block)),
        ],
      ];
    }),
  );
}

function isUnderstood({ kind, closed, head }: Block): boolean {
  return isUnitKind(kind) && closed && head.readable && head.problems.length === 0 && head.tail === null;
}

/** A stem has braces with its key; where they could not be read, the id may be in them. */
function lacksId({ kind, id, problems }: Item): boolean {
  return kind === 'match' && problems.length === 0 && (id === null || id.value === '');
}

function mintedInHead({ source: { text } }: FileFacts, { head, id: given }: Block, id: string): Edit {
  const change = { kind: 'id', id } as const;
  if (given !== null) return { span: at(given.valueSpan.start), text: id, change };
  const { end } = head.nameSpan;
  if (text[end] !== '{') return { span: at(end), text: `{#${id}}`, change };
  const next = text[end + 1] ?? '';
  return { span: at(end + 1), text: /[\s}]/.test(next) ? `#${id}` : `#${id} `, change };
}

function mintedInStem({ id: given, attributes }: Item, id: string): readonly Edit[] {
  const change = { kind: 'id', id } as const;
  if (given !== null) return [{ span: at(given.valueSpan.start), text: id, change }];
  const [first] = attributes;
  return first === undefined ? [] : [{ span: at(first.span.start), text: `#${id} `, change }];
}

function at(offset: number): Edit['span'] {
  return { start: offset, end: offset };
}
