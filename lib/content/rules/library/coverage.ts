import type { CompiledCard, CompiledDeck, CompiledItem } from '../../model';

/** The tag of cards that set right what common teaching has wrong. */
const CORRECTION = 'correction';

/** What the decks of a library do for one claim. */
export type ClaimCoverage = Readonly<{
  /** Keys of cards and items, `deck/unit:variant`. */
  cards: readonly string[];
  items: readonly string[];
  /** Cards tagged `correction`. */
  correcting: readonly string[];
  /** Items in which what is commonly believed is a wrong option. */
  misconceptions: readonly string[];
}>;

/** What a deck does for one of its objectives: how many cards and items ask for it. */
export type ObjectiveCoverage = Readonly<{ cards: number; items: number }>;

/** By number of claim; a claim that no deck names is not in it. */
export function claimCoverage(decks: readonly CompiledDeck[]): ReadonlyMap<string, ClaimCoverage> {
  const coverage = new Map<string, Record<keyof ClaimCoverage, string[]>>();
  const add = (claim: string, what: keyof ClaimCoverage, key: string) => {
    const known = coverage.get(claim) ?? { cards: [], items: [], correcting: [], misconceptions: [] };
    if (!known[what].includes(key)) known[what].push(key);
    coverage.set(claim, known);
  };
  for (const deck of decks) {
    for (const card of deck.cards)
      for (const claim of card.claims) {
        add(claim, 'cards', keyOf(deck, card));
        if (card.tags.includes(CORRECTION)) add(claim, 'correcting', keyOf(deck, card));
      }
    for (const item of deck.items) {
      for (const claim of item.claims) add(claim, 'items', keyOf(deck, item));
      for (const option of item.options)
        for (const claim of option.claims) {
          add(claim, 'items', keyOf(deck, item));
          if (!option.isKey) add(claim, 'misconceptions', keyOf(deck, item));
        }
    }
  }
  return coverage;
}

function keyOf(deck: CompiledDeck, made: CompiledCard | CompiledItem): string {
  return `${deck.slug}/${made.key}`;
}

/** By name of objective, in the order of the front matter. */
export function objectiveCoverage(deck: CompiledDeck): ReadonlyMap<string, ObjectiveCoverage> {
  const coverage = new Map(Object.keys(deck.objectives).map((name) => [name, { cards: 0, items: 0 }]));
  const count = (made: readonly (CompiledCard | CompiledItem)[], what: keyof ObjectiveCoverage) => {
    for (const { objectives } of made)
      for (const name of objectives) {
        const known = coverage.get(name);
        if (known !== undefined) known[what] += 1;
      }
  };
  count(deck.cards, 'cards');
  count(deck.items, 'items');
  return coverage;
}

/** Bloom's levels from which on a learner has to use what was learned. */
const APPLYING: ReadonlySet<string> = new Set(['apply', 'analyse', 'analyze', 'evaluate', 'create']);

/** Whether an item asks for more than remembering and understanding. */
export function isApplied({ bloom }: CompiledItem): boolean {
  return bloom !== null && APPLYING.has(bloom);
}
