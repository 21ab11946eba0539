import type { CompiledItem } from '@/lib/content/model';
import type { Explanation, PublicQuestion, Slot } from './model';
import type { Ruling } from './score';

/** What of an item the learner is shown before answering: nothing else of it is looked at. */
type Shown = Readonly<{
  kind: CompiledItem['kind'];
  unit: string;
  stemHtml: string;
  leadInHtml: string;
  options: readonly Readonly<{ letter: string; html: string }>[];
}>;

/**
 * An item as the browser may have it before it is answered. It is made by picking, so that whatever an item comes to
 * hold stays out until it is picked here. Options keep their order; the letters shown follow the place.
 */
export function publicQuestion(
  { kind, unit, stemHtml, leadInHtml, options }: Shown,
  place: Readonly<{ slot: Slot; deck: string; language: string }>,
): PublicQuestion {
  return {
    slot: place.slot,
    kind,
    language: place.language,
    stemHtml,
    leadInHtml,
    options: options.map(({ letter, html }, index) => ({ key: letter, letter: letterAt(index), html })),
    setName: setNameOf({ kind, unit, deck: place.deck }),
  };
}

/** What items share that stand together: the stems of one match. Null for a vignette. */
export function setNameOf(item: Pick<Shown, 'kind' | 'unit'> & Readonly<{ deck: string }>): string | null {
  return item.kind === 'match' ? `${item.deck}/${item.unit}` : null;
}

/** The letter shown at a place counted from 0: A, B, C … An item has at most 26 options. */
export function letterAt(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

/** A source as decks keep it. */
type Cited = Readonly<{
  title: string;
  url?: string | undefined;
  locator?: string | undefined;
  year?: number | undefined;
}>;

/** What surrounds an item where it is explained: its deck's words, and what is known of the learner and of others. */
export type ExplanationContext = Pick<Explanation, 'slot' | 'concept' | 'links' | 'notesHref' | 'peers'> &
  Readonly<{
    ruling: Ruling;
    /** Of its deck, by id. An id that is not among them is left out. */
    sources: Readonly<Record<string, Cited>>;
    objectives: Readonly<Record<string, Readonly<{ text: string }>>>;
  }>;

/** What is told about an item once it may be. The keys are those that count now, not those once authored. */
export function explanationOf(item: CompiledItem, context: ExplanationContext): Explanation {
  const { slot, ruling, concept, links, notesHref, peers } = context;
  return {
    slot,
    keys: ruling.accepted,
    voided: ruling.voided,
    options: item.options.map(({ letter, rationaleHtml }) => ({ key: letter, rationaleHtml })),
    rationaleHtml: item.rationaleHtml,
    keyPointHtml: item.keyPointHtml,
    extraHtml: item.extraHtml,
    sources: item.sources.flatMap((id) => {
      const source = context.sources[id];
      if (source === undefined) return [];
      const { title, url = null, locator = null, year = null } = source;
      return [{ title, url, locator, year }];
    }),
    objectives: item.objectives.flatMap((id) => {
      const objective = context.objectives[id];
      return objective === undefined ? [] : [{ id, text: objective.text }];
    }),
    asOf: item.asOf,
    concept,
    links,
    notesHref,
    peers,
  };
}
