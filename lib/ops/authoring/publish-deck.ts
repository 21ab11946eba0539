import { may } from '@/lib/accounts/permissions';
import { type Contested, contestedKeys, keptApart } from '@/lib/authoring/contested-keys';
import { planConcepts } from '@/lib/authoring/plan-concepts';
import { formerKeysElsewhere, planPublish, type Tally, tallyOf } from '@/lib/authoring/plan-publish';
import { sourceHash } from '@/lib/authoring/source-hash';
import type { DeckId, RevisionId } from '@/lib/base/ids';
import { ok, type Result, refuse } from '@/lib/base/result';
import { compileDeck } from '@/lib/content/compile-deck';
import type { CompileContext } from '@/lib/content/context';
import type { CompiledDeck, Diagnostic, SourceFile } from '@/lib/content/model';
import { answeredCards, answeredItems } from '@/lib/db/answered';
import { enrolEveryone } from '@/lib/db/enrolments';
import { applyToBank, findStandingBank } from '@/lib/db/item-publishing';
import type { MediaRow } from '@/lib/db/media';
import {
  applyChanges,
  findCardsByFullKey,
  findStandingDeck,
  placeDeck,
  type StandingCard,
  saveRevision,
} from '@/lib/db/publishing';
import type { WriteTx } from '@/lib/db/writer';
import { keepMedia, mediaFolderOf } from '@/lib/store/media';
import type { Ctx } from '../ctx';

export type PublishedDeck = Readonly<{
  slug: string;
  title: string;
  /** Counts from 1; the number that stood when nothing changed. */
  revision: number;
  /** How many cards each kind of change befell; all zero but `unchanged` when the source is as it was. */
  changes: Tally;
  /** The same of items. */
  itemChanges: Tally;
  /**
   * Cards and items that say they were another (`was=`), while both have answers: neither history was moved. Told by the
   * publish that changed something, once.
   */
  keptApart: readonly Readonly<{ key: string; was: string }>[];
  /** Warnings and remarks; a deck with errors is not published. */
  diagnostics: readonly Diagnostic[];
}>;

/**
 * Who published a revision: the built-in folder as a whole, or an operator who named a folder. A built-in deck that is no
 * longer in its folder is retired; what an operator brought from elsewhere is not missed there.
 */
export type Publisher = 'built-in' | 'operator';

export type PublishRefusal =
  | Readonly<{ why: 'not-allowed' }>
  /** The deck has errors; the revision that stands stays as it is. */
  | Readonly<{ why: 'broken'; diagnostics: readonly Diagnostic[] }>;

/**
 * Compiles the files of one deck and makes them what learners see, in one transaction: an immutable revision, new cards
 * with a new uid, changed cards under their old one, vanished cards retired; and so with items, each change to one filing
 * a new version, and with their concepts. Publishing the same source again changes nothing. Learners' history is not
 * touched: it hangs on the uid. Media are filed by their hashes, bitmaps beside the database. Only an operator may.
 */
export async function publishDeck(
  ctx: Ctx,
  input: Readonly<{
    files: readonly SourceFile[];
    context: CompileContext;
    position: number;
    publishedBy: Publisher;
  }>,
): Promise<Result<PublishedDeck, PublishRefusal>> {
  if (!may(ctx.actor, 'publish content')) return refuse({ why: 'not-allowed' });
  const { deck, diagnostics } = compileDeck(input.files, input.context);
  if (deck === null) return refuse({ why: 'broken', diagnostics });
  const hash = sourceHash(input.files, deck);
  const media = await fileMedia(ctx, deck, input.context);

  return ctx.db.write(async (tx) => {
    const standing = await findStandingDeck(tx, deck.slug);
    const current = standing?.revision ?? null;
    const isSame = standing?.retired === false && current?.sourceHash === hash;
    const cards = await planCards(tx, deck, standing?.cards ?? [], isSame);
    const bank = await planBank(tx, deck, standing?.id ?? null, isSame);
    const report = {
      slug: deck.slug,
      title: deck.title,
      changes: tallyOf(cards.plan),
      itemChanges: tallyOf(bank.items),
      keptApart: [...cards.keptApart, ...bank.keptApart],
      diagnostics,
    };
    if (isSame && current !== null) {
      if (standing.position !== input.position) await placeDeck(tx, standing.id, input.position);
      // A revision from before there was a bank has items that were never filed.
      if (report.itemChanges.added > 0) await applyToBank(tx, standing.id, bank, ctx.now, ctx.newId);
      return ok({ ...report, revision: current.number });
    }
    const deckId = standing?.id ?? (ctx.newId() as DeckId);
    const number = (current?.number ?? 0) + 1;
    await saveRevision(tx, {
      deckId,
      revisionId: ctx.newId() as RevisionId,
      number,
      deck,
      position: input.position,
      source: JSON.stringify(input.files),
      media,
      sourceHash: hash,
      publishedAt: ctx.now,
      publishedBy: input.publishedBy,
    });
    await applyChanges(tx, deckId, cards.plan, ctx.now, ctx.newId);
    await applyToBank(tx, deckId, bank, ctx.now, ctx.newId);
    if (standing === null) await enrolEveryone(tx, deckId, ctx.now);
    return ok({ ...report, revision: number });
  });
}

async function planCards(
  tx: WriteTx,
  { cards }: CompiledDeck,
  standing: readonly StandingCard[],
  isSame: boolean,
) {
  const elsewhere = await findCardsByFullKey(tx, formerKeysElsewhere(cards));
  const contested = isSame ? [] : contestedKeys(cards, standing, elsewhere);
  const answered = await answeredCards(tx, uidsOf(contested));
  return {
    plan: planPublish(cards, standing, elsewhere, answered),
    keptApart: keptApart(contested, answered),
  };
}

async function planBank(
  tx: WriteTx,
  { items, groups }: CompiledDeck,
  deckId: DeckId | null,
  isSame: boolean,
) {
  const bank = await findStandingBank(tx, deckId, formerKeysElsewhere(items));
  const contested = isSame ? [] : contestedKeys(items, bank.items, bank.elsewhere);
  const uids = uidsOf(contested);
  const answered = await answeredItems(tx, uids);
  const concepts = await answeredCards(
    tx,
    uids.flatMap((uid) => bank.conceptOf.get(uid) ?? []),
  );
  const changes = planPublish(items, bank.items, bank.elsewhere, answered);
  return {
    items: changes,
    concepts: planConcepts(changes, groups, bank.concepts, bank.conceptOf, concepts),
    keptApart: keptApart(contested, answered),
  };
}

function uidsOf<Uid>(contested: readonly Contested<Uid>[]): readonly Uid[] {
  return contested.flatMap(({ present, former }) => [present.uid, former.uid]);
}

/** Bitmaps go to disk before any row names them: a crash in between leaves a file too many, never one too few. */
async function fileMedia(
  ctx: Ctx,
  { media }: CompiledDeck,
  { media: given }: CompileContext,
): Promise<readonly MediaRow[]> {
  const rows: MediaRow[] = [];
  for (const { name, hash, type } of media) {
    const bytes = given?.get(name)?.bytes ?? new Uint8Array();
    const isDrawing = type === 'image/svg+xml';
    if (!isDrawing) await keepMedia(mediaFolderOf(ctx.db.file), hash, bytes);
    rows.push({ hash, type, size: bytes.byteLength, drawing: isDrawing ? bytes : null });
  }
  return rows;
}
