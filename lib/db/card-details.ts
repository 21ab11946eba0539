import { z } from 'zod';
import type { CompiledCard, CompiledDeck } from '@/lib/content/model';

/** The kinds of card there are. */
export const CardKind = z.enum(['qa', 'cloze', 'table', 'figure']);

/** What a card's row keeps as JSON beside its columns: needed when a card is shown or listed, never to find one. */
export const CardDetails = z.strictObject({
  objectives: z.array(z.string()),
  sources: z.array(z.string()),
  tags: z.array(z.string()),
  claims: z.array(z.string()),
  section: z.string().nullable(),
  accept: z.array(z.string()).nullable(),
});
export type CardDetails = z.output<typeof CardDetails>;

/** The JSON of a compiled card's details. */
export function detailsOf(card: CompiledCard): string {
  const details: CardDetails = {
    objectives: [...card.objectives],
    sources: [...card.sources],
    tags: [...card.tags],
    claims: [...card.claims],
    section: card.section,
    accept: card.accept === null ? null : [...card.accept],
  };
  return JSON.stringify(details);
}

/** What a revision keeps of its deck beside the cards. */
export const Manifest = z.strictObject({
  tags: z.array(z.string()),
  objectives: z.record(z.string(), z.object({ text: z.string(), bloom: z.string().optional() })),
  sources: z.record(
    z.string(),
    z.object({
      title: z.string(),
      year: z.number().optional(),
      locator: z.string().optional(),
      url: z.string().optional(),
      tag: z.enum(['V', 'K']).optional(),
    }),
  ),
  sections: z.array(z.object({ slug: z.string(), title: z.string(), depth: z.number() })),
  notesHtml: z.string(),
});
export type Manifest = z.output<typeof Manifest>;

/** The JSON of a compiled deck's manifest. */
export function manifestOf(deck: CompiledDeck): string {
  const { tags, objectives, sources, sections, notesHtml } = deck;
  return JSON.stringify({ tags, objectives, sources, sections, notesHtml });
}
