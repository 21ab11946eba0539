import { ok, type Result, refuse } from '@/lib/base/result';
import type { DeckChapter } from '@/lib/content/deck-summary';
import { drawingsIn, placeFigures } from '@/lib/content/place-figures';
import { findChapter } from '@/lib/db/decks';
import { findDrawings } from '@/lib/db/media';
import type { Ctx } from '../ctx';
import { listDecks } from './list-decks';

/** A deck opened as a chapter, as published now, with the learner's standing. Anyone may. */
export async function getChapter(
  ctx: Ctx,
  input: Readonly<{ deck: string }>,
): Promise<Result<DeckChapter, 'unknown-deck'>> {
  const learnerId = ctx.actor.kind === 'learner' ? ctx.actor.learnerId : null;
  const [summaries, chapter] = await Promise.all([
    listDecks(ctx),
    findChapter(ctx.db.read, { slug: input.deck, learnerId }),
  ]);
  const summary = summaries.find(({ slug }) => slug === input.deck);
  if (summary === undefined || chapter === null) return refuse('unknown-deck');
  const { manifest, cards } = chapter;
  const drawings = await findDrawings(ctx.db.read, drawingsIn(manifest.notesHtml));
  const notesHtml = placeFigures(manifest.notesHtml, drawings, 'notes');
  return ok({ summary, notesHtml, sections: manifest.sections, cards });
}
