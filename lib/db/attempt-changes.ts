import { z } from 'zod';
import type { AttemptId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { ReceivedChange } from '@/lib/quiz/fold-slots';
import { SentChange } from '@/lib/quiz/inputs';
import type { Change } from '@/lib/quiz/model';
import { attemptId, integer, truth } from './columns';
import { Prisma } from './generated/client';
import type { Reader } from './reader';
import type { WriteTx } from './writer';

/** A change that was taken: `late` that it came after the deadline and its grace. */
export type NewChange = Readonly<{
  attemptId: AttemptId;
  change: Change;
  receivedAt: Instant;
  late: boolean;
}>;

/** A change as it is kept, with the instant at which it came. */
export type StoredChange = ReceivedChange & Readonly<{ receivedAt: Instant }>;

/** Files changes, in the order given. One that is there already (by id) is left as it stands. */
export async function appendChanges(tx: WriteTx, changes: readonly NewChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = JSON.stringify(
    changes.map(({ attemptId: attempt, change, receivedAt, late }) => {
      const { id, slot, rev, madeAt, kind, ...value } = change;
      return {
        ...{ attempt, id, slot, rev, madeAt, kind, receivedAt },
        value: JSON.stringify(value),
        late: late ? 1 : 0,
      };
    }),
  );
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO "AttemptChange" ("attemptId", "slot", "id", "rev", "kind", "value", "madeAt", "receivedAt", "late")
    SELECT j.value ->> 'attempt', j.value ->> 'slot', j.value ->> 'id', j.value ->> 'rev', j.value ->> 'kind',
      j.value ->> 'value', j.value ->> 'madeAt', j.value ->> 'receivedAt', j.value ->> 'late'
    FROM json_each(${rows}) AS j WHERE true ORDER BY j.key
    ON CONFLICT DO NOTHING`);
}

/** Everything that was done in an attempt, in the order in which it came. */
export async function changesOf(
  read: Pick<Reader, '$queryRaw'>,
  attempt: AttemptId,
): Promise<readonly StoredChange[]> {
  return (await changesOfAll(read, [attempt])).get(attempt) ?? [];
}

/** The same of each of these attempts, by its id; one in which nothing was done has none. */
export async function changesOfAll(
  read: Pick<Reader, '$queryRaw'>,
  attempts: readonly AttemptId[],
): Promise<ReadonlyMap<AttemptId, readonly StoredChange[]>> {
  if (attempts.length === 0) return new Map();
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT "attemptId", "seq", "id", "slot", "rev", "kind", "value", "madeAt", "receivedAt", "late"
    FROM "AttemptChange" WHERE "attemptId" IN (SELECT j.value FROM json_each(${JSON.stringify(attempts)}) AS j)
    ORDER BY "seq"`);
  const byAttempt = new Map<AttemptId, StoredChange[]>(attempts.map((attempt) => [attempt, []]));
  for (const { attemptId: attempt, seq, receivedAt, late, value, ...common } of z.array(Row).parse(rows)) {
    const change = SentChange.parse({ ...common, ...(JSON.parse(value) as object) });
    byAttempt.get(attempt)?.push({ ...change, seq, receivedAt, late });
  }
  return byAttempt;
}

const Row = z.object({
  attemptId,
  seq: integer,
  id: z.string(),
  slot: integer,
  rev: integer,
  kind: z.string(),
  value: z.string(),
  madeAt: integer,
  receivedAt: integer,
  late: truth,
});
