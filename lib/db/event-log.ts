import { z } from 'zod';
import type { CardUid, EventId, LearnerId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import { type CaseEvent, outcomeText } from '@/lib/quiz/case-event';
import type { SentEvent } from '@/lib/scheduling/inputs';
import type { Grade, LogEvent } from '@/lib/scheduling/model';
import { cardUid, eventId, integer, learnerId } from './columns';
import { Prisma } from './generated/client';
import type { Reader } from './reader';
import type { WriteTx } from './writer';

/** What can be filed: what devices send, and what only the server makes. */
export type FileableEvent = SentEvent | CaseEvent;

/** An event as it is filed: what was sent or made, and what the server fixed at first receipt. */
export type NewEntry = Readonly<{
  learnerId: LearnerId;
  event: FileableEvent;
  sentAt: Instant;
  receivedAt: Instant;
  effectiveAt: Instant;
}>;

/** What stands in the log under an id or a showing. */
export type FiledEntry = Readonly<{
  seq: number;
  learnerId: LearnerId;
  id: EventId;
  kind: string;
  cardUid: CardUid;
  grade: number | null;
  presentationId: string | null;
  payload: string | null;
  answeredAt: Instant;
  effectiveAt: Instant;
}>;

/**
 * Appends what is not in the log yet, in the order given, and returns the ids that were appended with their sequence
 * numbers. An id that stands already, or a second answer to the same showing, is left as it stands.
 */
export async function appendEntries(
  tx: WriteTx,
  entries: readonly NewEntry[],
): Promise<readonly Readonly<{ learnerId: LearnerId; id: EventId; seq: number }>[]> {
  const rows = JSON.stringify(entries.map(columnsOf));
  const appended = await tx.$queryRaw(Prisma.sql`
    INSERT INTO "ReviewEvent" (${columnList})
    SELECT ${columnValues} FROM json_each(${rows}) AS j WHERE true ORDER BY j.key
    ON CONFLICT DO NOTHING
    RETURNING "seq", "learnerId", "id"`);
  return z.array(z.object({ seq: integer, learnerId, id: eventId })).parse(appended);
}

/** What stands under these ids or showings of these learners. */
export async function filedUnder(
  tx: WriteTx,
  keys: readonly Readonly<{ learnerId: LearnerId; id: EventId; presentationId: string | null }>[],
): Promise<readonly FiledEntry[]> {
  const rows = await tx.$queryRaw(Prisma.sql`
    SELECT DISTINCT e."seq", e."learnerId", e."id", e."kind", e."cardUid", e."grade", e."presentationId", e."payload",
      e."answeredAt", e."effectiveAt"
    FROM json_each(${JSON.stringify(keys)}) AS j
    JOIN "ReviewEvent" AS e ON e."learnerId" = j.value ->> 'learnerId'
      AND (e."id" = j.value ->> 'id' OR e."presentationId" = j.value ->> 'presentationId')`);
  return z.array(Filed).parse(rows);
}

const Filed = z.object({
  seq: integer,
  learnerId,
  id: eventId,
  kind: z.string(),
  cardUid,
  grade: integer.nullable(),
  presentationId: z.string().nullable(),
  payload: z.string().nullable(),
  answeredAt: integer,
  effectiveAt: integer,
});

/** The whole log of each of these cards of these learners, for the fold; in no particular order. */
export async function logsOf(
  tx: WriteTx | Reader,
  keys: readonly Readonly<{ learnerId: LearnerId; cardUid: CardUid }>[],
): Promise<readonly Readonly<{ learnerId: LearnerId; cardUid: CardUid; event: LogEvent }>[]> {
  const rows = await tx.$queryRaw(Prisma.sql`
    SELECT e."learnerId", e."cardUid", e."id", e."kind", e."grade", e."tz", e."placedDays", e."payload", e."effectiveAt"
    FROM json_each(${JSON.stringify(keys)}) AS j
    JOIN "ReviewEvent" AS e ON e."learnerId" = j.value ->> 'learnerId' AND e."cardUid" = j.value ->> 'cardUid'`);
  return z
    .array(Logged)
    .parse(rows)
    .map((row) => ({ learnerId: row.learnerId, cardUid: row.cardUid, event: logEventOf(row) }));
}

const Logged = z.object({
  learnerId,
  cardUid,
  id: eventId,
  kind: z.enum(['review', 'case', 'void', 'reset', 'suspend', 'resume', 'bury', 'set-due']),
  grade: integer.nullable(),
  tz: z.string(),
  placedDays: integer.nullable(),
  payload: z.string().nullable(),
  effectiveAt: integer,
});
const VoidPayload = z.object({ targetId: eventId });
const SetDuePayload = z.object({ inDays: z.number() });

function logEventOf(row: z.output<typeof Logged>): LogEvent {
  const base = { id: row.id, effectiveAt: row.effectiveAt, tz: row.tz };
  switch (row.kind) {
    case 'review':
    case 'case':
      return { ...base, kind: row.kind, grade: row.grade as Grade, placedDays: row.placedDays };
    case 'void':
      return { ...base, kind: 'void', ...VoidPayload.parse(JSON.parse(row.payload ?? 'null')) };
    case 'set-due':
      return { ...base, kind: 'set-due', ...SetDuePayload.parse(JSON.parse(row.payload ?? 'null')) };
    default:
      return { ...base, kind: row.kind };
  }
}

/** The fold's view of an event that was just filed. */
export function loggedEvent({ event, effectiveAt }: NewEntry): LogEvent {
  const base = { id: event.id, effectiveAt, tz: event.tz };
  switch (event.kind) {
    case 'review':
    case 'case':
      return { ...base, kind: event.kind, grade: event.grade, placedDays: event.placedDays };
    case 'void':
      return { ...base, kind: 'void', targetId: event.targetId };
    case 'set-due':
      return { ...base, kind: 'set-due', inDays: event.inDays };
    default:
      return { ...base, kind: event.kind };
  }
}

/** What the kind needs beyond the columns, as it is stored and compared; null for most kinds. */
export function payloadOf(event: FileableEvent): string | null {
  if (event.kind === 'case') return outcomeText(event.outcome);
  if (event.kind === 'void') return JSON.stringify({ targetId: event.targetId });
  if (event.kind === 'set-due') return JSON.stringify({ inDays: event.inDays });
  return null;
}

/** A review or the answer to a case: it has a grade and a showing. Null for every other event. */
export function gradedIn(event: FileableEvent): Extract<FileableEvent, { kind: 'review' | 'case' }> | null {
  return event.kind === 'review' || event.kind === 'case' ? event : null;
}

function columnsOf({ learnerId, event, sentAt, receivedAt, effectiveAt }: NewEntry) {
  const review = event.kind === 'review' ? event : null;
  const graded = gradedIn(event);
  return {
    learnerId,
    id: event.id,
    kind: event.kind,
    cardUid: event.cardUid,
    grade: graded?.grade ?? null,
    answeredAt: event.answeredAt,
    sentAt,
    receivedAt,
    effectiveAt,
    tz: event.tz,
    tookMs: review?.tookMs ?? null,
    placedDays: graded?.placedDays ?? null,
    seenVersion: review?.seenVersion ?? null,
    presentationId: graded?.presentationId ?? null,
    payload: payloadOf(event),
  };
}

const COLUMNS = [
  'learnerId',
  'id',
  'kind',
  'cardUid',
  'grade',
  'answeredAt',
  'sentAt',
  'receivedAt',
  'effectiveAt',
  'tz',
  'tookMs',
  'placedDays',
  'seenVersion',
  'presentationId',
  'payload',
] as const satisfies readonly (keyof ReturnType<typeof columnsOf>)[];

const columnList = Prisma.raw(COLUMNS.map((name) => `"${name}"`).join(', '));
const columnValues = Prisma.raw(COLUMNS.map((name) => `j.value ->> '${name}'`).join(', '));

/** The columns that are the same in whoever's log an event stands: all but the owner and the sequence number. */
export const copiedColumns = Prisma.raw(
  COLUMNS.filter((name) => name !== 'learnerId')
    .map((name) => `"${name}"`)
    .join(', '),
);
