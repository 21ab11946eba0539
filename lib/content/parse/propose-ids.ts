import { isUnitKind } from '../blocks/block-kinds';
import { fingerprint, isId, slugOf } from '../identity';
import { MAX_ID_LENGTH } from '../limits';
import { plainText } from '../render/plain-text';
import type { Block } from './block';
import type { DeckFacts } from './facts';
import { RESERVED_ANCHORS } from './read-sections';

/**
 * An id for every unit of the deck that has none, or none that can be one: the first words of its question, as many as
 * tell it from every other unit and section. No id hangs on where its block stands.
 */
export function proposeIds(deck: DeckFacts): ReadonlyMap<Block, string> {
  const nameless = deck.files.flatMap(({ blocks }) =>
    blocks.filter(({ kind, id }) => isUnitKind(kind) && (id === null || !isId(id.value))),
  );
  if (nameless.length === 0) return NONE;
  const candidates = new Map(nameless.map((block) => [block, candidatesFor(block)]));
  const wanted = new Map<string, number>();
  for (const slug of [...candidates.values()].flatMap((slugs) => [...new Set(slugs)]))
    wanted.set(slug, (wanted.get(slug) ?? 0) + 1);
  const taken = new Set<string>([...deck.anchors, ...RESERVED_ANCHORS]);
  const isOwn = (slug: string) => slug !== '' && !taken.has(slug) && wanted.get(slug) === 1;
  return new Map(
    [...candidates].map(([block, slugs]) => [block, slugs.find(isOwn) ?? counted(slugs.at(-1) ?? '', taken)]),
  );
}

const NONE: ReadonlyMap<Block, string> = new Map();

/** Units of an id made of the question's first words. */
const SHORT = 32;
const LONG = 56;
/** Units of text from which words are taken. */
const REACH = 400;

/** From short to long; the last tells apart whatever is not the same in every word. */
function candidatesFor({ kind, parts }: Block): readonly string[] {
  const [question = '', ...rest] = parts.map((part) => plainText(part).slice(0, REACH));
  const all = [question, ...rest].join(' ');
  const short = slugOf(question, SHORT) || slugOf(all, SHORT);
  return [
    short,
    slugOf(question, LONG),
    slugOf(all, MAX_ID_LENGTH),
    `${short || kind}-${fingerprint(JSON.stringify([kind, all]))}`,
  ];
}

/** Blocks that are the same in every word are told apart by counting: there is nothing else to go by. */
function counted(slug: string, taken: Set<string>): string {
  let id = slug;
  for (let count = 2; taken.has(id); count += 1) id = `${slug}-${count}`;
  taken.add(id);
  return id;
}
