import type { CardUid } from '@/lib/base/ids';
import type { CardFaces } from '@/lib/content/place-figures';
import type { Session } from '@/lib/scheduling/session-model';
import { waitingCards } from '@/lib/scheduling/session-summary';
import type { Sitting } from '@/lib/scheduling/sitting';

export type SittingWithFaces = CardFaces &
  Readonly<{
    sitting: Sitting;
    /** Says that the plan knows of the answers that are still on their way: it was made on this device. */
    madeHere?: true;
  }>;

/** An address line must stay well under what servers accept. */
const MOST_EXCLUDED = 200;

/** Fetches the next cards of the day, without those held here. Rejects when the server cannot be reached or refuses. */
export async function fetchMoreCards(
  deck: string | null,
  exclude: readonly CardUid[],
): Promise<SittingWithFaces> {
  const query = new URLSearchParams({ exclude: exclude.slice(0, MOST_EXCLUDED).join(',') });
  if (deck !== null) query.set('deck', deck);
  const response = await fetch(`/api/sitting?${query}`);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return (await response.json()) as SittingWithFaces;
}

/** What the server would offer again: cards still to be asked here, and cards whose answers it has not heard of. */
export function excluded(session: Session, unsaved: ReadonlySet<CardUid>): readonly CardUid[] {
  return [...new Set([...waitingCards(session).map(({ uid }) => uid), ...unsaved])];
}

/**
 * A sitting without the cards whose answers are still on their way to the server: it was planned without knowing of
 * them, and would ask them a second time.
 */
export function withoutUnsaved(sitting: Sitting, unsaved: ReadonlySet<CardUid>): Sitting {
  const remaining = { ...sitting.remaining };
  const cards = sitting.cards.filter(({ uid, queue }) => {
    const keep = !unsaved.has(uid);
    if (!keep) remaining[queue] = Math.max(0, remaining[queue] - 1);
    return keep;
  });
  return { ...sitting, cards, remaining };
}
