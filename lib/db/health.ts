import { z } from 'zod';
import { integer } from './columns';
import { Prisma } from './generated/client';
import type { Reader } from './reader';

/** Whether a read reaches the file at all. Throws when it does not. */
export async function ping(read: Reader): Promise<void> {
  await read.$queryRaw(Prisma.sql`SELECT 1`);
}

/** The migrations the database has been through, oldest first, and those that began and did not finish. */
export async function migrations(
  read: Reader,
): Promise<Readonly<{ applied: readonly string[]; unfinished: readonly string[] }>> {
  const rows = await read.$queryRaw(Prisma.sql`
    SELECT "migration_name" AS "name", "finished_at" IS NOT NULL AS "finished"
    FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "migration_name"`);
  const all = z.array(z.object({ name: z.string(), finished: integer })).parse(rows);
  const names = (finished: number) => all.filter((row) => row.finished === finished).map(({ name }) => name);
  return { applied: names(1), unfinished: names(0) };
}
