import type { CardUid, LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import { type AnswerContext, answerContexts } from '@/lib/db/answer-context';
import { saveStates } from '@/lib/db/card-states';
import { passMetCards } from '@/lib/db/enrolments';
import { type FileableEvent, loggedEvent, logsOf, type NewEntry } from '@/lib/db/event-log';
import { type Filing, fileEntries } from '@/lib/db/filing';
import { setTimeZone } from '@/lib/db/learners';
import type { WriteTx } from '@/lib/db/writer';
import { applyEvent } from '@/lib/scheduling/answer';
import { effectiveAt } from '@/lib/scheduling/effective-at';
import { ENGINE_VERSION } from '@/lib/scheduling/fsrs';
import { type CardState, type LogEvent, NEW_CARD } from '@/lib/scheduling/model';
import { canAppend, replay } from '@/lib/scheduling/replay';

/** One learner's events of one request, filed together or not at all. */
export type EventsToFile = Readonly<{
  learnerId: LearnerId;
  sentAt: Instant;
  receivedAt: Instant;
  /** Devices know of cards alone; what the server makes may be about a concept too. */
  madeBy: 'device' | 'server';
  events: readonly FileableEvent[];
}>;

/** What became of one event: how it stands in the log, and the memory of its card afterwards. */
export type FiledEvent =
  | Readonly<{ event: FileableEvent; known: true; filing: Filing; state: CardState }>
  /** There is no card (or concept, where it may be one) of this uid: nothing was filed. */
  | Readonly<{ event: FileableEvent; known: false }>;

/**
 * The transaction behind every answer, for many requests at once: append what is new, fold it, save the states.
 * Returns one list for each request, one result for each event, in order.
 */
export async function fileEvents(
  tx: WriteTx,
  requests: readonly EventsToFile[],
): Promise<readonly (readonly FiledEvent[])[]> {
  const cards = await loadCards(tx, requests);
  const entries: NewEntry[] = [];
  for (const request of requests) {
    for (const event of request.events) {
      const card = cards.get(keyOf({ learnerId: request.learnerId, cardUid: event.cardUid }));
      const notBefore = card?.context.cardCreatedAt ?? null;
      if (notBefore !== null && isFor(card?.context, request, event))
        entries.push(entryOf(request, event, notBefore));
    }
  }
  const filings = new Map<FileableEvent, Filing>();
  (await fileEntries(tx, entries)).forEach((filing, index) => {
    const entry = entries[index];
    if (entry === undefined) return;
    filings.set(entry.event, filing);
    if (filing.new)
      cards.get(keyOf({ ...entry, cardUid: entry.event.cardUid }))?.appended.push(loggedEvent(entry));
  });
  const touched = [...cards.values()].filter(({ appended }) => appended.length > 0);
  await fold(tx, touched);
  await saveStates(
    tx,
    touched.map(({ context, state }) => ({
      ...pairOf(context),
      engineVersion: ENGINE_VERSION,
      parameterSetId: context.params.id,
      state,
    })),
  );
  await passMetCards(
    tx,
    touched.filter(({ context }) => context.state === null).map(({ context }) => pairOf(context)),
  );
  await followTravellers(tx, requests, cards);
  return requests.map(({ learnerId, events }) =>
    events.map((event): FiledEvent => {
      const filing = filings.get(event);
      const card = cards.get(keyOf({ learnerId, cardUid: event.cardUid }));
      if (filing === undefined || card === undefined) return { event, known: false };
      return { event, known: true, filing, state: card.state };
    }),
  );
}

type Card = { readonly context: AnswerContext; readonly appended: LogEvent[]; state: CardState };

async function loadCards(tx: WriteTx, requests: readonly EventsToFile[]): Promise<ReadonlyMap<string, Card>> {
  const pairs = new Map<string, Pair>();
  for (const { learnerId, events } of requests) {
    for (const { cardUid } of events) pairs.set(keyOf({ learnerId, cardUid }), { learnerId, cardUid });
  }
  const contexts = await answerContexts(tx, [...pairs.values()]);
  return new Map(
    contexts.map((context) => [keyOf(context), { context, appended: [], state: context.state ?? NEW_CARD }]),
  );
}

/** Whether the event may be about what its uid is of: a case about concepts alone, a device's event about cards alone. */
function isFor(
  context: AnswerContext | undefined,
  { madeBy }: EventsToFile,
  { kind }: FileableEvent,
): boolean {
  if (kind === 'case') return madeBy === 'server' && context?.about === 'concept';
  return madeBy === 'server' || context?.about === 'card';
}

function entryOf(request: EventsToFile, event: FileableEvent, notBefore: Instant): NewEntry {
  const { learnerId, sentAt, receivedAt } = request;
  const clocks = { answeredAt: event.answeredAt, sentAt, receivedAt, notBefore };
  return { learnerId, event, sentAt, receivedAt, effectiveAt: effectiveAt(clocks) };
}

/** Brings each card's state up to date: one step where the events sort last, else from the whole log of the card. */
async function fold(tx: WriteTx, cards: readonly Card[]): Promise<void> {
  const outOfOrder = cards.filter((card) => !appendInOrder(card));
  if (outOfOrder.length === 0) return;
  const logs = new Map<string, LogEvent[]>();
  for (const { event, ...pair } of await logsOf(
    tx,
    outOfOrder.map(({ context }) => pairOf(context)),
  )) {
    const log = logs.get(keyOf(pair));
    if (log === undefined) logs.set(keyOf(pair), [event]);
    else log.push(event);
  }
  for (const card of outOfOrder) {
    const { context } = card;
    card.state = replay(logs.get(keyOf(context)) ?? [], context.params, pairOf(context));
  }
}

function appendInOrder(card: Card): boolean {
  const { context, appended } = card;
  // A void may have come before what it silences; with one in the log, only the whole log tells.
  if (context.hasVoids) return false;
  let { state } = card;
  for (const event of appended) {
    if (!canAppend(state, event)) return false;
    state = applyEvent(state, event, context.params, pairOf(context));
  }
  card.state = state;
  return true;
}

/** A learner who answers in another zone lives there now. */
async function followTravellers(
  tx: WriteTx,
  requests: readonly EventsToFile[],
  cards: ReadonlyMap<string, Card>,
): Promise<void> {
  for (const { learnerId, madeBy, events } of requests) {
    // What the server makes says nothing of where somebody is.
    const last = madeBy === 'device' ? events.at(-1) : undefined;
    const card = last && cards.get(keyOf({ learnerId, cardUid: last.cardUid }));
    if (card && card.context.learnerTz !== last.tz) await setTimeZone(tx, learnerId, last.tz);
  }
}

type Pair = Readonly<{ learnerId: LearnerId; cardUid: CardUid }>;

function pairOf({ learnerId, cardUid }: Pair): Pair {
  return { learnerId, cardUid };
}

function keyOf({ learnerId, cardUid }: Pair): string {
  return `${learnerId} ${cardUid}`;
}
