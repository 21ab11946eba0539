import { v7 } from 'uuid';
import type { CardUid, DeckId, EventId, LearnerId, RevisionId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { CompiledCard, CompiledDeck } from '@/lib/content/model';
import type { Db } from '@/lib/db/connect';
import { applyChanges, saveRevision } from '@/lib/db/publishing';
import { startAsGuest } from '@/lib/ops/accounts/start-as-guest';
import type { Actor, Ctx } from '@/lib/ops/ctx';
import type { SentEvent } from '@/lib/scheduling/inputs';

/** The moment at which tests take place, unless they say otherwise: a Monday afternoon in Berlin. */
export const NOW: Instant = Date.UTC(2026, 10, 23, 14, 0);
/** When the tests' cards were published: well before anything happens to them. */
export const PUBLISHED_AT: Instant = Date.UTC(2026, 0, 1);

/** A context with a fixed instant. */
export function ctxOf(db: Db, actor: Actor, now: Instant = NOW): Ctx {
  return { db, actor, now, newId: () => v7() };
}

/** A guest in Berlin, enrolled in every deck that stands. */
export async function guest(db: Db, id: string = v7()): Promise<LearnerId> {
  const ctx = { ...ctxOf(db, { kind: 'nobody' }), newId: () => id };
  return startAsGuest(ctx, { tokenHash: v7(), tz: 'Europe/Berlin' });
}

/** `size` new uids. */
export function newUids(size: number): readonly CardUid[] {
  return Array.from({ length: size }, () => v7() as CardUid);
}

/** Publishes a deck of one card for each uid, without the compiler. Two cards in a row make a unit. */
export async function publishCards(db: Db, uids: readonly CardUid[], slug = 'deck'): Promise<void> {
  const deck = compiledDeck(slug, uids.length);
  const minted = uids.values();
  const newUid = () => minted.next().value as CardUid;
  await db.write(async (tx) => {
    const deckId = v7() as DeckId;
    await saveRevision(tx, {
      deckId,
      revisionId: v7() as RevisionId,
      number: 1,
      deck,
      position: 0,
      source: '[]',
      media: [],
      sourceHash: slug,
      publishedAt: PUBLISHED_AT,
      publishedBy: 'test',
    });
    const added = deck.cards.map((made) => ({ kind: 'added', made }) as const);
    await applyChanges(tx, deckId, added, PUBLISHED_AT, newUid);
  });
}

/** A review as a device would send it; what matters to the test is overridden. */
export function review(
  cardUid: CardUid,
  overrides: Partial<Extract<SentEvent, { kind: 'review' }>> = {},
): Extract<SentEvent, { kind: 'review' }> {
  return {
    id: v7() as EventId,
    kind: 'review',
    cardUid,
    grade: 3,
    answeredAt: NOW,
    tz: 'Europe/Berlin',
    tookMs: 5_000,
    placedDays: null,
    seenVersion: 1,
    presentationId: v7(),
    ...overrides,
  };
}

/** A void of an earlier event, as undo sends it. */
export function voidOf(
  target: SentEvent,
  overrides: Partial<Extract<SentEvent, { kind: 'void' }>> = {},
): Extract<SentEvent, { kind: 'void' }> {
  return {
    id: v7() as EventId,
    kind: 'void',
    cardUid: target.cardUid,
    targetId: target.id,
    answeredAt: target.answeredAt + 1_000,
    tz: 'Europe/Berlin',
    ...overrides,
  };
}

function compiledDeck(slug: string, size: number): CompiledDeck {
  return {
    slug,
    title: slug,
    description: '',
    language: 'en',
    tags: [],
    objectives: {},
    sources: {},
    sections: [],
    notesHtml: '',
    cards: Array.from({ length: size }, (_, position) => compiledCard(position)),
    items: [],
    groups: {},
    drawings: {},
    media: [],
  };
}

function compiledCard(position: number): CompiledCard {
  const unit = `unit-${Math.floor(position / 2)}`;
  const variant = position % 2 === 0 ? 'fwd' : 'rev';
  return {
    key: `${unit}:${variant}`,
    unit,
    siblings: unit,
    variant,
    kind: 'qa',
    position,
    frontHtml: `<p>Question ${position}</p>`,
    backHtml: `<p>Answer ${position}</p>`,
    extraHtml: null,
    frontText: `Question ${position}`,
    objectives: [],
    sources: [],
    tags: [],
    claims: [],
    section: null,
    accept: null,
    contentHash: `content ${position}`,
    answerHash: `answer ${position}`,
  };
}
