import { buildCards } from './blocks/build-cards';
import { buildItems } from './blocks/build-items';
import type { CompileContext } from './context';
import type { CompiledDeck, CompileResult, MediaUse, Objective, SourceFile } from './model';
import type { DeckFacts } from './parse/facts';
import type { DeckFrontMatter } from './parse/front-matter-schema';
import { readDeck } from './parse/read-deck';
import type { Drawings } from './place-figures';
import { headingLevel } from './render/render-html';
import { renderNotes } from './render/render-notes';
import { judge } from './rules/judge';

/**
 * Compiles the Markdown files of ONE deck, given in any order, into its cards and its notes. Pure: the same files in the
 * same context give the same result on every machine. Never throws, whatever the text: every problem of the run is a diagnostic with its
 * range in the author's own text, and `deck` is null when one of them is an error.
 */
export function compileDeck(files: readonly SourceFile[], context: CompileContext): CompileResult {
  return compileRead(readDeck(files, context));
}

/** The same for a deck that was read before. */
export function compileRead(facts: DeckFacts): CompileResult {
  const { diagnostics, silenced } = judge(facts);
  const hasError = diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  const deck = hasError || facts.info === null ? null : build(facts, facts.info);
  return { deck, diagnostics, silenced };
}

function build(facts: DeckFacts, info: DeckFrontMatter): CompiledDeck {
  return {
    slug: info.deck,
    title: info.title,
    description: info.description ?? '',
    language: info.language ?? 'en',
    tags: info.tags ?? [],
    objectives: (info.objectives ?? {}) as Readonly<Record<string, Objective>>,
    sources: (info.sources ?? {}) as CompiledDeck['sources'],
    sections: facts.sections.map(({ slug, heading }) => ({
      slug,
      title: heading.title,
      depth: headingLevel(heading.node.depth),
    })),
    notesHtml: renderNotes(facts, info.deck),
    cards: buildCards(facts, info.deck),
    items: buildItems(facts, info),
    groups: groupsOf(info),
    drawings: drawingsOf(facts),
    media: mediaOf(facts),
  };
}

function groupsOf({ groups = {} }: DeckFrontMatter): CompiledDeck['groups'] {
  return Object.fromEntries(
    Object.entries(groups).map(([name, { concept, confusable = [] }]) => [name, { concept, confusable }]),
  );
}

function drawingsOf({ media }: DeckFacts): Drawings {
  const drawings = [...(media?.values() ?? [])].flatMap(({ picture }) =>
    picture?.kind === 'drawing' ? [[picture.hash, picture.markup] as const] : [],
  );
  return Object.fromEntries(drawings);
}

function mediaOf({ media }: DeckFacts): readonly MediaUse[] {
  const uses = [...(media?.values() ?? [])].flatMap(({ name, hash, picture }) =>
    picture === null
      ? []
      : [{ name, hash, type: picture.kind === 'drawing' ? ('image/svg+xml' as const) : picture.type }],
  );
  return uses.sort((a, b) => (a.name < b.name ? -1 : 1));
}
