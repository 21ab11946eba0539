import type { CardUid, LearnerId } from '@/lib/base/ids';
import { type Seed, shuffled } from '@/lib/base/seed';
import type { BankItem } from './bank-model';
import type { ItemFilter } from './inputs';
import { pickVariant, type Variant } from './pick-variant';

/** What of a request says which items may stand in a block. Decks by slug, objectives as `deck/objective`. */
export type ItemChoice = Readonly<{
  decks: readonly string[];
  objectives: readonly string[];
  filter: ItemFilter;
}>;

/** An item as a paper is built from it: what the browser knows of it, and what only the server does. */
export type PaperItem = BankItem &
  Variant &
  Readonly<{
    version: number;
    conceptUid: CardUid;
    /** How often a case of its concept was shown to the learner. */
    exposures: number;
    /** As `setNameOf` says: items with the same stand together. */
    setName: string | null;
    /** Place among the items of its deck. */
    position: number;
  }>;

/**
 * Whether an item may stand in a block of this choice. Chosen objectives narrow their own decks and no others: with a
 * deck chosen of which no objective is, all of it counts. What rests is in no block.
 */
export function fitsChoice(item: BankItem, { decks, objectives, filter }: ItemChoice): boolean {
  if (item.rests || !passes(item, filter)) return false;
  if (decks.length > 0 && !decks.includes(item.deck)) return false;
  if (objectives.length === 0 || item.objectives.some((objective) => objectives.includes(objective)))
    return true;
  return decks.length > 0 && !objectives.some((objective) => objective.startsWith(`${item.deck}/`));
}

/** How many items a block of this choice could have: one for each concept. */
export function available(items: readonly BankItem[], choice: ItemChoice): number {
  return new Set(items.filter((item) => fitsChoice(item, choice)).map(({ concept }) => concept)).size;
}

/**
 * The items of a block in the order to be asked, at most `count`: of each concept one variant, in an order drawn by the
 * seed, items of one set side by side in the order of their deck. The same bank, request and seed give the same paper,
 * in whatever order the bank is given.
 */
export function buildPaper<I extends PaperItem>(
  items: readonly I[],
  request: ItemChoice & Readonly<{ count: number }>,
  { learnerId, seed }: Readonly<{ learnerId: LearnerId; seed: Seed }>,
): readonly I[] {
  const fitting = items.filter((item) => fitsChoice(item, request));
  const chosen = groupsOf(fitting, ({ conceptUid }) => conceptUid).flatMap((variants) =>
    variantOf(variants, learnerId),
  );
  const sets = setsOf(chosen.toSorted((a, b) => (a.uid < b.uid ? -1 : 1)));
  return shuffled(sets, seed).flat().slice(0, request.count);
}

/**
 * The items that ask again what was missed, in the order in which it was: of each concept another variant than the
 * missed one, and the same only where there is no other. A concept of which nothing stands any more is left out.
 */
export function retryPaper<I extends PaperItem>(
  missed: readonly Pick<PaperItem, 'uid' | 'conceptUid'>[],
  items: readonly I[],
  learnerId: LearnerId,
): readonly I[] {
  const chosen = groupsOf(missed, ({ conceptUid }) => conceptUid).flatMap((ofConcept) => {
    const asked = new Set(ofConcept.map(({ uid }) => uid));
    const variants = items.filter(({ conceptUid }) => conceptUid === ofConcept[0]?.conceptUid);
    const others = variants.filter(({ uid }) => !asked.has(uid));
    return variantOf(others.length > 0 ? others : variants, learnerId);
  });
  return setsOf(chosen).flat();
}

function passes(item: BankItem, filter: ItemChoice['filter']): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'unseen':
      return !item.seen;
    case 'missed':
      return item.missed;
    case 'flagged':
      return item.flagged;
    case 'due':
      return item.due;
  }
}

function variantOf<I extends PaperItem>(variants: readonly I[], learnerId: LearnerId): readonly I[] {
  const [any] = variants;
  if (any === undefined) return [];
  const { conceptUid, exposures } = any;
  const picked = pickVariant(variants, { learnerId, conceptUid, exposures });
  return picked === null ? [] : [picked];
}

/** Items of one set together, in the order of their deck; the sets, and items by themselves, as they first appear. */
function setsOf<I extends PaperItem>(items: readonly I[]): readonly (readonly I[])[] {
  return groupsOf(items, ({ setName, uid }) => setName ?? uid).map((set) =>
    set.toSorted((a, b) => a.position - b.position),
  );
}

function groupsOf<I>(items: readonly I[], nameOf: (item: I) => string): readonly (readonly I[])[] {
  const groups = new Map<string, I[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group === undefined) groups.set(nameOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
