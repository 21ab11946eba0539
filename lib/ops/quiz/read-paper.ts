import { type AnswerKeySource, keyDecisions } from '@/lib/db/answer-keys';
import type { Showing } from '@/lib/db/attempts';
import { type ItemVersion, type ItemVersionSource, itemVersions } from '@/lib/db/items';
import type { Slot } from '@/lib/quiz/model';
import type { Decision } from '@/lib/quiz/result-model';
import { type Ruling, rulingOf } from '@/lib/quiz/score';

/** What stands at a place of an attempt: the version it was pinned to, and how that is scored now. */
export type PaperSlot = Readonly<{
  showing: Showing;
  shown: ItemVersion;
  ruling: Ruling;
  /** The ruling before the last one that was decided; null where none was. */
  before: Ruling | null;
  /** When and why that was. */
  decided: Decision | null;
}>;

/** What an attempt asks, by its places. */
export type Paper = ReadonlyMap<Slot, PaperSlot>;

/**
 * The versions behind these places of an attempt, key and rationales included: for the server alone. They never change,
 * so it makes no difference whether they are read before a transaction or inside.
 */
export async function readPaper(
  read: ItemVersionSource & AnswerKeySource,
  showings: readonly Showing[],
): Promise<Paper> {
  const [versions, decisions] = [await itemVersions(read, showings), await keyDecisions(read, showings)];
  const byItem = new Map(versions.map((version) => [nameOf(version), version]));
  const paper = new Map<Slot, PaperSlot>();
  for (const showing of showings) {
    const shown = byItem.get(nameOf(showing));
    if (shown === undefined) continue;
    const decided = decisions.filter((decision) => nameOf(decision) === nameOf(showing));
    const last = decided.at(-1);
    paper.set(showing.slot, {
      showing,
      shown,
      ruling: rulingOf(shown.item, last?.accepted ?? null),
      before: last === undefined ? null : rulingOf(shown.item, decided.at(-2)?.accepted ?? null),
      decided: last === undefined ? null : { at: last.decidedAt, reason: last.reason },
    });
  }
  return paper;
}

function nameOf({ itemUid, version }: Pick<Showing, 'itemUid' | 'version'>): string {
  return `${itemUid} ${version}`;
}
