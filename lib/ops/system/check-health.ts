import type { Instant } from '@/lib/base/time';
import { contentFigures } from '@/lib/db/decks';
import { migrations, ping } from '@/lib/db/health';
import type { Ctx } from '../ctx';

/** What an operator's monitor wants to know. No figure in it is about a person. */
export type Health = Readonly<{
  database: 'ok' | 'unreachable';
  migrations: Readonly<{ applied: number; latest: string | null; unfinished: readonly string[] }>;
  content: Readonly<{ decks: number; cards: number; publishedAt: Instant | null }>;
}>;

/** Reads through the database; a failure is reported as such, never thrown. Anyone may. */
export async function checkHealth({ db }: Pick<Ctx, 'db'>): Promise<Health> {
  try {
    await ping(db.read);
    const { applied, unfinished } = await migrations(db.read);
    return {
      database: 'ok',
      migrations: { applied: applied.length, latest: applied.at(-1) ?? null, unfinished },
      content: await contentFigures(db.read),
    };
  } catch {
    return {
      database: 'unreachable',
      migrations: { applied: 0, latest: null, unfinished: [] },
      content: { decks: 0, cards: 0, publishedAt: null },
    };
  }
}
