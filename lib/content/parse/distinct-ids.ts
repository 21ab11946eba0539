import { fingerprint, slugOf } from '../identity';
import { MAX_ID_LENGTH } from '../limits';

/** The words from which an id is made: those that ask, all there are, and what stands in where no word can. */
export type Words = Readonly<{ asks: string; all: string; instead: string }>;

/**
 * An id for each thing, of its first words, as many as tell it from the others and from what is `taken`. It does not hang
 * on the order in which things come, but for those that are the same in every word.
 */
export function distinctIds<Thing>(
  things: ReadonlyMap<Thing, Words>,
  taken: Iterable<string>,
): ReadonlyMap<Thing, string> {
  const slugs = new Map([...things].map(([thing, words]) => [thing, slugsOf(words)]));
  const wanted = new Map<string, number>();
  for (const slug of [...slugs.values()].flatMap((own) => [...new Set(own)]))
    wanted.set(slug, (wanted.get(slug) ?? 0) + 1);
  const gone = new Set(taken);
  const counts = new Map<string, number>();
  return new Map(
    [...slugs].map(([thing, own]) => {
      const slug = own.find((one) => one !== '' && !gone.has(one) && wanted.get(one) === 1);
      return [thing, slug ?? counted(own.at(-1) ?? '', gone, counts)];
    }),
  );
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
