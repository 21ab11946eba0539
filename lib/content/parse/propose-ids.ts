import { BLOCK_KINDS, isUnitKind } from '../blocks/block-kinds';
import { fingerprint, isId, slugOf } from '../identity';
import { MAX_ID_LENGTH } from '../limits';
import { plainText } from '../render/plain-text';
import type { Block } from './block';
import type { DeckFacts } from './facts';
import type { Item, ItemSet } from './item';
import { startOf } from './markdown';
import { RESERVED_ANCHORS } from './read-sections';

/** What has an id of its own: a block, or a stem of a match. */
export type Named = Block | Item;

/**
 * An id for everything in the deck that has none, or none that can be one: the first words of what it asks, as many as
 * tell it from all others. No id hangs on where a thing stands. Ids of blocks are told apart in their deck, also from
 * the anchors of sections, and those of stems in their match.
 */
export function proposeIds(deck: DeckFacts): ReadonlyMap<Named, string> {
  const proposed = new Map<Named, string>();
  const blocks = deck.files.flatMap((file) => file.blocks.filter(lacksId));
  if (blocks.length > 0)
    choose(
      new Map(blocks.map((block) => [block, wordsOfBlock(block)])),
      [...deck.anchors, ...RESERVED_ANCHORS],
      proposed,
    );
  for (const { itemSets } of deck.files) for (const set of itemSets) chooseForStems(set, proposed);
  return proposed;
}

function lacksId({ kind, id }: Block): boolean {
  return Object.hasOwn(BLOCK_KINDS, kind) && (id === null ? isUnitKind(kind) : !isId(id.value));
}

function chooseForStems({ kind, items }: ItemSet, proposed: Map<Named, string>): void {
  const nameless = kind === 'match' ? items.filter(({ id }) => id === null || !isId(id.value)) : [];
  if (nameless.length === 0) return;
  const taken = items.flatMap(({ id }) => (id === null ? [] : [id.value]));
  choose(new Map(nameless.map((item) => [item, wordsOfStem(item)])), taken, proposed);
}

/** The words from which an id is made: those that ask, all there are, and what stands in for them. */
type Words = Readonly<{ asks: string; all: string; instead: string }>;

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

/** Gives each thing the first of its slugs that neither is taken nor is another's too. */
function choose(
  things: ReadonlyMap<Named, Words>,
  taken: readonly string[],
  proposed: Map<Named, string>,
): void {
  const slugs = new Map([...things].map(([thing, words]) => [thing, slugsOf(words)]));
  const wanted = new Map<string, number>();
  for (const slug of [...slugs.values()].flatMap((own) => [...new Set(own)]))
    wanted.set(slug, (wanted.get(slug) ?? 0) + 1);
  const gone = new Set(taken);
  const counts = new Map<string, number>();
  for (const [thing, own] of slugs) {
    const slug = own.find((one) => one !== '' && !gone.has(one) && wanted.get(one) === 1);
    proposed.set(thing, slug ?? counted(own.at(-1) ?? '', gone, counts));
  }
}

/** Units of an id made of the first words. */
const SHORT = 32;
const LONG = 56;

/** From short to long; the last tells apart whatever is not the same in every word. */
function slugsOf({ asks, all, instead }: Words): readonly string[] {
  const short = slugOf(asks, SHORT) || slugOf(all, SHORT);
  return [
    short,
    slugOf(asks, LONG),
    slugOf(all, MAX_ID_LENGTH),
    `${short || instead}-${fingerprint(JSON.stringify([instead, all]))}`,
  ];
}

/** Things that are the same in every word are told apart by counting: there is nothing else to go by. */
function counted(slug: string, gone: ReadonlySet<string>, counts: Map<string, number>): string {
  let count = counts.get(slug) ?? 1;
  const id = () => (count === 1 ? slug : `${slug}-${count}`);
  while (gone.has(id())) count += 1;
  counts.set(slug, count + 1);
  return id();
}
