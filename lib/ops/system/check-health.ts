import type { Instant } from '@/lib/base/time';
import { contentFigures } from '@/lib/db/decks';
import { migrations, ping } from '@/lib/db/health';
import type { Ctx } from '../ctx';

/** What an operator's monitor wants to know. No figure in it is about a person. */
export type Health = Readonly<{
  /** `read-only`: it was found damaged; pages are shown, and answers are refused until a backup is restored. */
  database: 'ok' | 'read-only' | 'unreachable';
  migrations: Readonly<{ applied: number; latest: string | null; unfinished: readonly string[] }>;
  content: Readonly<{ decks: number; cards: number; publishedAt: Instant | null }>;
}>;

/** Reads through the database; a failure is reported as such, never thrown. Anyone may. */
export async function checkHealth({ db }: Pick<Ctx, 'db'>): Promise<Health> {
  try {
    await ping(db.read);
    const { applied, unfinished } = await migrations(db.read);
    return {
      database: db.isWriting() ? 'ok' : 'read-only',
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
