import type { CardUid } from '@/lib/base/ids';
import type { CardFace } from '@/lib/content/card-face';
import type { Session } from '@/lib/scheduling/session';
import type { Sitting } from '@/lib/scheduling/sitting';

export type SittingWithFaces = Readonly<{
  sitting: Sitting;
  faces: Readonly<Record<CardUid, CardFace>>;
}>;

/** An address line must stay well under what servers accept; the newest cards matter most. */
const MOST_EXCLUDED = 150;

/** Fetches the next cards of the day, without those held here. Rejects when the server cannot be reached or refuses. */
export async function fetchMoreCards(
  deck: string | null,
  exclude: readonly CardUid[],
): Promise<SittingWithFaces> {
  const query = new URLSearchParams({ exclude: exclude.slice(-MOST_EXCLUDED).join(',') });
  if (deck !== null) query.set('deck', deck);
  const response = await fetch(`/api/sitting?${query}`);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return (await response.json()) as SittingWithFaces;
}

/** The cards this device holds, dealt with or not: dealt with first, the shown one last. */
export function heldUids({ board, screen }: Session): readonly CardUid[] {
  const shown = 'showing' in screen ? [screen.showing.card] : [];
  return [...board.putAway, ...board.learning, ...board.main, ...shown].map(({ uid }) => uid);
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
