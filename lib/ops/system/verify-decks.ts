import { z } from 'zod';
import { ok, type Result, refuse } from '@/lib/base/result';
import { compileDeck } from '@/lib/content/compile-deck';
import { ALONE, type MediaFile } from '@/lib/content/context';
import { findMedia } from '@/lib/db/media';
import { type PublishedRows, publishedDecks } from '@/lib/db/published';
import { mediaFolderOf, readMediaFile } from '@/lib/store/media';
import type { Ctx } from '../ctx';

/** How many decks were looked at; what is wrong with them, as sentences; and how many cards read otherwise now. */
export type DeckReport = Readonly<{ decks: number; problems: readonly string[]; recompiled: number }>;

const Source = z.array(z.object({ path: z.string(), text: z.string() }));

/**
 * Compiles the source of every published revision again and compares its cards and items with those that learners are
 * asked: a publish that stands half, or two that are mixed, shows. `recompiled` counts cards and items whose text
 * differs although the keys agree: none, unless the compiler has changed since. Only an operator may.
 */
export async function verifyDecks(ctx: Ctx): Promise<Result<DeckReport, 'not-allowed'>> {
  if (ctx.actor.kind !== 'operator') return refuse('not-allowed');
  const decks = await publishedDecks(ctx.db.read);
  const found = [];
  for (const deck of decks) found.push(check(deck, await mediaOf(ctx, deck)));
  return ok({
    decks: decks.length,
    problems: found.flatMap(({ problems }) => problems),
    recompiled: found.reduce((sum, { recompiled }) => sum + recompiled, 0),
  });
}

/** The media with which a deck was published; what is lost is missing. Null where it was published without any. */
async function mediaOf(
  { db }: Ctx,
  { revision }: PublishedRows,
): Promise<ReadonlyMap<string, MediaFile> | null> {
  if (!revision?.media.length) return null;
  const media = new Map<string, MediaFile>();
  for (const { name, hash } of revision.media) {
    const drawing = (await findMedia(db.read, hash))?.drawing ?? null;
    const bytes = drawing ?? (await readMediaFile(mediaFolderOf(db.file), hash));
    if (bytes !== null) media.set(name, { bytes });
  }
  return media;
}

function check(
  deck: PublishedRows,
  media: ReadonlyMap<string, MediaFile> | null,
): Readonly<{ problems: readonly string[]; recompiled: number }> {
  const { slug, revision, revisions } = deck;
  if (revision === null) return { problems: [`${slug} has no revision.`], recompiled: 0 };
  const problems: string[] = [];
  if (revision.number !== revisions)
    problems.push(`${slug} shows revision ${revision.number} of ${revisions}.`);
  const compiled = compileDeck(Source.parse(JSON.parse(revision.source)), { ...ALONE, media }).deck;
  if (compiled === null) {
    return {
      problems: [...problems, `${slug}, revision ${revision.number}, no longer compiles.`],
      recompiled: 0,
    };
  }
  const cards = compare(compiled.cards, deck.cards, slug, 'card', revision.number);
  const items = compare(compiled.items, deck.items, slug, 'item', revision.number);
  const memoryKeys = new Map(compiled.items.map(({ key, memoryKey }) => [key, memoryKey]));
  for (const { key, concept, hasVersion } of deck.items) {
    if (!hasVersion) problems.push(`${slug} asks the item ${key}, whose version is not filed.`);
    if (concept !== (memoryKeys.get(key) ?? concept))
      problems.push(`${slug} asks with the item ${key} the concept ${concept}, not ${memoryKeys.get(key)}.`);
  }
  return {
    problems: [...problems, ...cards.problems, ...items.problems],
    recompiled: cards.recompiled + items.recompiled,
  };
}

type Hashed = Readonly<{ key: string; contentHash: string }>;

function compare(
  compiled: readonly Hashed[],
  rows: readonly Hashed[],
  slug: string,
  noun: 'card' | 'item',
  revision: number,
): Readonly<{ problems: readonly string[]; recompiled: number }> {
  const standing = new Map(rows.map(({ key, contentHash }) => [key, contentHash]));
  const problems: string[] = [];
  let recompiled = 0;
  for (const { key, contentHash } of compiled) {
    if (!standing.has(key)) problems.push(`${slug} lacks the ${noun} ${key} of its revision ${revision}.`);
    else if (standing.get(key) !== contentHash) recompiled += 1;
    standing.delete(key);
  }
  for (const key of standing.keys())
    problems.push(`${slug} asks the ${noun} ${key}, which is not in its revision ${revision}.`);
  return { problems, recompiled };
}
