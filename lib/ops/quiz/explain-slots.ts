import type { CardUid } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import { drawingsIn, placeFigures } from '@/lib/content/place-figures';
import type { StoredChange } from '@/lib/db/attempt-changes';
import type { StoredAttempt } from '@/lib/db/attempts';
import type { Learner } from '@/lib/db/learners';
import { cardsPulledAt, type LinkedCard, linkedCards } from '@/lib/db/linked-cards';
import { findDrawings } from '@/lib/db/media';
import type { Attempt, Explanation, Slot, SlotState } from '@/lib/quiz/model';
import { explanationOf } from '@/lib/quiz/public-question';
import { scoreSlot } from '@/lib/quiz/score';
import type { StudyDay } from '@/lib/scheduling/model';
import { studyDayOf, studyDayStartsAt } from '@/lib/scheduling/study-day';
import type { Ctx } from '../ctx';
import { peerKey, peersOf } from './peers';
import type { Paper } from './read-paper';

/** An attempt of which some slots may be explained. */
export type Explained = Readonly<{
  learner: Learner;
  stored: StoredAttempt;
  changes: readonly StoredChange[];
  /** Of the slots to explain, at least. */
  paper: Paper;
  slots: readonly SlotState[];
}>;

/** The slots whose keys may be told: all once the attempt has ended; before that, in tutor mode, those revealed. */
export function explainable(
  { mode, finished }: Pick<Attempt, 'mode' | 'finished'>,
  slots: readonly SlotState[],
): readonly SlotState[] {
  if (finished !== null) return slots;
  return mode === 'tutor' ? slots.filter(({ revealed }) => revealed) : [];
}

/** What is told of the slots that may be explained, in order. */
export async function explainSlots(
  ctx: Pick<Ctx, 'db' | 'now'>,
  explained: Explained,
): Promise<readonly Explanation[]> {
  const { db, now } = ctx;
  const { learner } = explained;
  const places = placesOf(explained);
  const [cards, peers] = [
    await cardsBehind(ctx, explained),
    await peersOf(
      ctx,
      learner.id,
      places.map(({ showing }) => showing),
    ),
  ];
  const standingOf = standingOn(learner, now, await pulled(db, explained, cards));
  const explanations = places.map(({ state, shown, showing, ruling }) =>
    explanationOf(shown.item, {
      slot: state.slot,
      ruling,
      concept: shown.concept,
      sources: shown.deck.sources,
      objectives: shown.deck.objectives,
      peers: peers.get(peerKey(showing)) ?? null,
      notesHref: `/decks/${shown.deck.slug}${shown.item.section === null ? '' : `#${shown.item.section}`}`,
      links: shown.links.flatMap((link) =>
        (cards.get(link) ?? []).map((card) => ({
          cardUid: card.uid,
          deck: card.deck,
          unit: card.unit,
          title: card.frontText,
          standing: standingOf(card),
        })),
      ),
    }),
  );
  return withDrawings(ctx, explanations);
}

/** The cards that were brought into the present because a case among these slots was missed. */
export async function pulledCards(
  { db }: Pick<Ctx, 'db'>,
  explained: Explained,
): Promise<ReadonlySet<CardUid>> {
  return pulled(db, explained, await cardsBehind({ db }, explained));
}

function placesOf({ stored, paper, slots }: Explained) {
  return explainable(stored.attempt, slots).flatMap((state) => {
    const place = paper.get(state.slot);
    return place === undefined ? [] : [{ ...place, state }];
  });
}

type Cards = ReadonlyMap<string, readonly LinkedCard[]>;

/** By the link of the case. */
async function cardsBehind({ db }: Pick<Ctx, 'db'>, explained: Explained): Promise<Cards> {
  const links = placesOf(explained).flatMap(({ shown }) => shown.links);
  return groupedByLink(await linkedCards(db.read, explained.learner.id, links));
}

function pulled(db: Ctx['db'], explained: Explained, cards: Cards): Promise<ReadonlySet<CardUid>> {
  const pulls = placesOf(explained).flatMap(({ state, shown, ruling }) => {
    const at = countedAt(explained, state.slot);
    if (at === null || scoreSlot(state, ruling).score === 1) return [];
    return shown.links.flatMap((link) => (cards.get(link) ?? []).map(({ uid }) => ({ uid, at })));
  });
  return cardsPulledAt(db.read, explained.learner.id, pulls);
}

/** When the answer of a slot began to count: in tutor mode as it was revealed, else at the end. */
function countedAt({ stored, changes }: Explained, slot: Slot): Instant | null {
  const { mode, finished } = stored.attempt;
  if (mode === 'exam') return finished?.at ?? null;
  return changes.find((change) => change.slot === slot && change.kind === 'reveal')?.receivedAt ?? null;
}

type Standing = Explanation['links'][number]['standing'];

function standingOn(
  { tz, params }: Learner,
  now: Instant,
  pulled: ReadonlySet<CardUid>,
): (card: LinkedCard) => Standing {
  const tomorrow = (studyDayOf(now, tz, params.dayStartHour) + 1) as StudyDay;
  const endsAt = studyDayStartsAt(tomorrow, tz, params.dayStartHour);
  return ({ uid, state: { memory, suspended } }) => {
    if (suspended) return 'suspended';
    if (memory.kind === 'new') return 'new';
    if (memory.dueAt >= endsAt) return 'later';
    return pulled.has(uid) ? 'pulled' : 'due';
  };
}

function groupedByLink(cards: readonly LinkedCard[]): Cards {
  const groups = new Map<string, LinkedCard[]>();
  for (const card of cards) groups.set(card.link, [...(groups.get(card.link) ?? []), card]);
  return groups;
}

async function withDrawings(
  { db }: Pick<Ctx, 'db'>,
  explanations: readonly Explanation[],
): Promise<readonly Explanation[]> {
  const html = explanations.flatMap(({ options, rationaleHtml, keyPointHtml, extraHtml }) => [
    ...options.map((option) => option.rationaleHtml ?? ''),
    rationaleHtml ?? '',
    keyPointHtml ?? '',
    extraHtml ?? '',
  ]);
  const drawings = await findDrawings(db.read, html.flatMap(drawingsIn));
  return explanations.map((explanation) => {
    const placed = (part: string | null, name: string) =>
      part === null ? null : placeFigures(part, drawings, `q${explanation.slot}-${name}`);
    return {
      ...explanation,
      options: explanation.options.map(({ key, rationaleHtml }) => ({
        key,
        rationaleHtml: placed(rationaleHtml, `${key}-why`),
      })),
      rationaleHtml: placed(explanation.rationaleHtml, 'why'),
      keyPointHtml: placed(explanation.keyPointHtml, 'key'),
      extraHtml: placed(explanation.extraHtml, 'extra'),
    };
  });
}
