import 'server-only';
import { type Db, openDatabase } from '@/lib/ops/ctx';
import { arrivalsHere } from './arrivals';
import { settings } from './env';

// Next bundles pages, routes and instrumentation apart, and reloads modules in development: only the process itself
// can say whether the file is open. Two writing clients in one process would wait for each other until they time out.
const process = globalThis as typeof globalThis & { hornbookDatabase?: Promise<Db> };

/** The database of this process, opened on first use. A failed opening is tried again by the next caller. */
export function database(): Promise<Db> {
  process.hornbookDatabase ??= open().catch((error: unknown) => {
    delete process.hornbookDatabase;
    throw error;
  });
  return process.hornbookDatabase;
}

/** Answers are committed when nobody is arriving: a commit holds the turn up in which the next would be let in. */
function open(): Promise<Db> {
  return openDatabase(settings().databaseFile, { gather: arrivalsHere().pause });
}
