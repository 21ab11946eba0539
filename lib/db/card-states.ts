import { z } from 'zod';
import type { CardUid, EventId, LearnerId, ParameterSetId } from '@/lib/base/ids';
import type { CardState, StudyDay } from '@/lib/scheduling/model';
import { integer, truth } from './columns';
import { Prisma } from './generated/client';
import type { WriteTx } from './writer';

/** One learner's state of one card, with what it was computed by. */
export type StoredState = Readonly<{
  learnerId: LearnerId;
  cardUid: CardUid;
  engineVersion: string;
  parameterSetId: ParameterSetId;
  state: CardState;
}>;

/** The columns of a state as raw SQL returns them; all null where the learner has no state of the card. */
export const StateColumns = z.object({
  phase: z.enum(['new', 'learning', 'review', 'relearning']).nullable(),
  step: integer.nullable(),
  stability: z.number().nullable(),
  difficulty: z.number().nullable(),
  lastAt: integer.nullable(),
  lastDay: integer.nullable(),
  dueAt: integer.nullable(),
  intervalDays: integer.nullable(),
  reps: integer.nullable(),
  lapses: integer.nullable(),
  introducedDay: integer.nullable(),
  suspended: truth.nullable(),
  buriedDay: integer.nullable(),
  lastEventAt: integer.nullable(),
  lastEventId: z.string().nullable(),
});
export type StateColumns = z.output<typeof StateColumns>;

/** The names of those columns, for a SELECT over the table under the alias `s`. */
export const stateColumns = Prisma.raw(
  Object.keys(StateColumns.shape)
    .map((name) => `s."${name}"`)
    .join(', '),
);

/** The domain's state from its columns; null where there is no row. */
export function stateOf(row: StateColumns): CardState | null {
  if (row.phase === null) return null;
  return {
    memory:
      row.phase === 'new'
        ? { kind: 'new' }
        : {
            kind: 'scheduled',
            phase: row.phase,
            step: present(row.step),
            stability: present(row.stability),
            difficulty: present(row.difficulty),
            lastAt: present(row.lastAt),
            lastDay: present(row.lastDay) as StudyDay,
            dueAt: present(row.dueAt),
            intervalDays: present(row.intervalDays),
            reps: present(row.reps),
            lapses: present(row.lapses),
          },
    introducedDay: row.introducedDay as StudyDay | null,
    suspended: row.suspended ?? false,
    buriedDay: row.buriedDay as StudyDay | null,
    lastEvent:
      row.lastEventAt === null || row.lastEventId === null
        ? null
        : { effectiveAt: row.lastEventAt, id: row.lastEventId as EventId },
  };
}

/** Writes the states, each over what stood there. One statement, whatever their number. */
export async function saveStates(tx: WriteTx, states: readonly StoredState[]): Promise<void> {
  if (states.length === 0) return;
  const rows = JSON.stringify(states.map(columnsOf));
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "CardState" (${columnList})
    SELECT ${columnValues} FROM json_each(${rows}) AS j WHERE true
    ON CONFLICT ("learnerId", "cardUid") DO UPDATE SET ${columnUpdates}`);
}

function columnsOf({ learnerId, cardUid, engineVersion, parameterSetId, state }: StoredState) {
  const memory = state.memory.kind === 'scheduled' ? state.memory : null;
  if (state.lastEvent === null) throw new Error(`A state without events is not stored (card ${cardUid}).`);
  return {
    learnerId,
    cardUid,
    engineVersion,
    parameterSetId,
    phase: memory?.phase ?? 'new',
    step: memory?.step ?? null,
    stability: memory?.stability ?? null,
    difficulty: memory?.difficulty ?? null,
    lastAt: memory?.lastAt ?? null,
    lastDay: memory?.lastDay ?? null,
    dueAt: memory?.dueAt ?? null,
    intervalDays: memory?.intervalDays ?? null,
    reps: memory?.reps ?? null,
    lapses: memory?.lapses ?? null,
    introducedDay: state.introducedDay,
    suspended: state.suspended ? 1 : 0,
    buriedDay: state.buriedDay,
    queueDue: state.suspended ? null : (memory?.dueAt ?? null),
    lastEventAt: state.lastEvent.effectiveAt,
    lastEventId: state.lastEvent.id,
  };
}

const COLUMNS = [
  'learnerId',
  'cardUid',
  'engineVersion',
  'parameterSetId',
  'phase',
  'step',
  'stability',
  'difficulty',
  'lastAt',
  'lastDay',
  'dueAt',
  'intervalDays',
  'reps',
  'lapses',
  'introducedDay',
  'suspended',
  'buriedDay',
  'queueDue',
  'lastEventAt',
  'lastEventId',
] as const satisfies readonly (keyof ReturnType<typeof columnsOf>)[];

const columnList = Prisma.raw(COLUMNS.map((name) => `"${name}"`).join(', '));
const columnValues = Prisma.raw(COLUMNS.map((name) => `j.value ->> '${name}'`).join(', '));
const columnUpdates = Prisma.raw(
  COLUMNS.slice(2)
    .map((name) => `"${name}" = excluded."${name}"`)
    .join(', '),
);

function present<T>(value: T | null): T {
  if (value === null)
    throw new Error('A scheduled card state lacks a column that every scheduled state has.');
  return value;
}
