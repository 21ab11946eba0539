import { may } from '@/lib/accounts/permissions';
import { ok, type Result, refuse } from '@/lib/base/result';
import { answerKeys } from '@/lib/db/answer-keys';
import { type DeckItem, deckItems } from '@/lib/db/deck-items';
import { responsesBeside } from '@/lib/db/item-responses';
import { itemVersions, type VersionRef } from '@/lib/db/items';
import { type CaseReport, type CaseVersion, caseStatistics } from '@/lib/stats/case-statistics';
import type { Departure } from '@/lib/stats/isomorphy';
import type { Ctx } from '../ctx';

/** A version of a case whose statistics are told. */
export type ReportedVersion = CaseVersion &
  Readonly<{
    /** Slug. */
    deck: string;
    /** `unit:variant` */
    key: string;
    /** `group:case` */
    conceptKey: string;
    /** Whether the item has left its deck. */
    retired: boolean;
    /** What the letters stand for, in the order shown. */
    texts: readonly Readonly<{ letter: string; text: string }>[];
  }>;

/** What may be shown of a deck's cases, version by version. */
export type DeckStatistics = Readonly<{
  deck: string;
  title: string;
  reports: readonly CaseReport<ReportedVersion>[];
  /** Variants of one concept that are not equally hard. */
  departures: readonly Departure<ReportedVersion>[];
}>;

/**
 * How the cases of a deck (by slug), or of all decks that stand, were answered: each version that stands or was asked,
 * standing items first, of an item the newest first. `caseStatistics` says which answers count. Nobody is named.
 * Instructors, admins and operators may.
 */
export async function getItemStatistics(
  { db: { read }, actor }: Pick<Ctx, 'db' | 'actor'>,
  input: Readonly<{ deck: string | null }>,
): Promise<Result<readonly DeckStatistics[], 'not-allowed' | 'unknown-deck'>> {
  if (!may(actor, 'see how cases are answered')) return refuse('not-allowed');
  const decks = await deckItems(read, input.deck);
  if (input.deck !== null && decks.length === 0) return refuse('unknown-deck');
  const showings = await responsesBeside(read, input.deck);
  const asked = distinct(showings);
  const versions = await reportedVersions(read, decks, asked);
  const keys = await answerKeys(read, distinct([...versions, ...asked]));
  const { reports, departures } = caseStatistics(versions, showings, keys);
  return ok(
    decks.map(({ slug, title }) => ({
      deck: slug,
      title,
      reports: reports.filter(({ of }) => of.deck === slug),
      departures: departures.filter(({ easier }) => easier.deck === slug),
    })),
  );
}

/** The versions that stand or were asked of the items of these decks. */
async function reportedVersions(
  read: Ctx['db']['read'],
  decks: Awaited<ReturnType<typeof deckItems>>,
  asked: readonly VersionRef[],
): Promise<readonly ReportedVersion[]> {
  const wanted = decks.flatMap(({ slug, items }) =>
    items.flatMap((item) =>
      versionsOf(item, asked).map((version) => ({ deck: slug, item, itemUid: item.uid, version })),
    ),
  );
  const found = await itemVersions(read, distinct(wanted));
  const shown = new Map(found.map((version) => [nameOf(version), version.item]));
  return wanted.flatMap(({ deck, item, ...ref }) => {
    const options = shown.get(nameOf(ref))?.options;
    if (options === undefined) return [];
    return [
      {
        ...ref,
        deck,
        key: item.key,
        concept: item.concept.uid,
        conceptKey: item.concept.key,
        stands: !item.retired && ref.version === item.newest,
        retired: item.retired,
        options: options.map(({ letter }) => letter),
        authored: options.flatMap(({ letter, isKey }) => (isKey ? [letter] : [])),
        texts: options.map(({ letter, text }) => ({ letter, text })),
      },
    ];
  });
}

function versionsOf({ uid, newest, retired }: DeckItem, asked: readonly VersionRef[]): readonly number[] {
  const own = asked.flatMap(({ itemUid, version }) => (itemUid === uid ? [version] : []));
  return [...new Set(retired ? own : [newest, ...own])].sort((a, b) => b - a);
}

/** Each version once, without what else is known of it. */
function distinct(refs: readonly VersionRef[]): readonly VersionRef[] {
  return [
    ...new Map(
      refs.map(({ itemUid, version }) => [nameOf({ itemUid, version }), { itemUid, version }]),
    ).values(),
  ];
}

function nameOf({ itemUid, version }: VersionRef): string {
  return `${itemUid} ${version}`;
}
