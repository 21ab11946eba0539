import { BLOCK_KINDS, isUnitKind } from '../blocks/block-kinds';
import { isId } from '../identity';
import { plainText } from '../render/plain-text';
import type { Block } from './block';
import { distinctIds, type Words } from './distinct-ids';
import type { DeckFacts } from './facts';
import type { Item, ItemSet } from './item';
import { startOf } from './markdown';
import { RESERVED_ANCHORS } from './read-sections';

/**
 * An id for each block of the deck, and each stem of a match, that has none or none that can be one. Ids of blocks are
 * told apart in their deck, also from the anchors of sections, and those of stems in their match.
 */
export function proposeIds(deck: DeckFacts): ReadonlyMap<Block | Item, string> {
  const proposed = new Map<Block | Item, string>();
  const blocks = deck.files.flatMap((file) => file.blocks.filter(lacksId));
  if (blocks.length > 0) {
    const words = new Map(blocks.map((block) => [block, wordsOfBlock(block)]));
    for (const [block, id] of distinctIds(words, [...deck.anchors, ...RESERVED_ANCHORS]))
      proposed.set(block, id);
  }
  for (const { itemSets } of deck.files)
    for (const set of itemSets) for (const [item, id] of idsOfStems(set)) proposed.set(item, id);
  return proposed;
}

function lacksId({ kind, id }: Block): boolean {
  return Object.hasOwn(BLOCK_KINDS, kind) && (id === null ? isUnitKind(kind) : !isId(id.value));
}

function idsOfStems({ kind, items }: ItemSet): ReadonlyMap<Item, string> {
  const nameless = kind === 'match' ? items.filter(({ id }) => id === null || !isId(id.value)) : [];
  if (nameless.length === 0) return NONE;
  const taken = items.flatMap(({ id }) => (id === null ? [] : [id.value]));
  return distinctIds(new Map(nameless.map((item) => [item, wordsOfStem(item)])), taken);
}

const NONE: ReadonlyMap<Item, string> = new Map();

/** Units of text from which words are taken. */
const REACH = 400;

function wordsOfBlock({ kind, parts }: Block): Words {
  const [asks = '', ...rest] = parts.map((part) => plainText(part).slice(0, REACH));
  return { asks, all: [asks, ...rest].join(' '), instead: kind };
}

/** What stands above the directions of a match is in every stem, and tells none from another. */
function wordsOfStem({ span, stem, rationale }: Item): Words {
  const asks = plainText(stem.filter((node) => startOf(node) >= span.start)).slice(0, REACH);
  return { asks, all: `${asks} ${plainText(rationale).slice(0, REACH)}`, instead: 'stem' };
}
