import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { PrismaClient } from './generated/client';

/**
 * The reading client: its connection is read-only, so it cannot write and sees only committed rows.
 * It has no `$transaction`: one would pin a single snapshot for every request at once.
 */
export type Reader = Omit<PrismaClient, '$transaction' | '$executeRaw' | '$executeRawUnsafe'>;

const BUSY_TIMEOUT_MS = 5_000;
/** SQLite's own 2 MB hold a few hundred cards; a queue reads all over a table of millions of rows. Kibibytes. */
const CACHE_KIB = 64 * 1024;

/** Opens the one reading connection of this process. The file must exist. */
export async function openReader(file: string): Promise<Reader> {
  const factory = new PrismaBetterSqlite3({ url: `file:${file}`, readonly: true, timeout: BUSY_TIMEOUT_MS });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    await adapter.executeScript(`PRAGMA cache_size = -${CACHE_KIB}`);
    return adapter;
  };
  const client = new PrismaClient({ adapter: factory });
  await client.$connect();
  return client;
}
