import type { Db } from './connect';
import type { Prisma } from './generated/client';
import type { WriteTx } from './writer';

/** The models better-auth keeps its rows in. */
const MODELS = ['authUser', 'authSession', 'authAccount', 'authVerification'] as const;
const READS = ['findFirst', 'findMany', 'findUnique', 'count'] as const;
const WRITES = ['create', 'update', 'updateMany', 'delete', 'deleteMany'] as const;

type Model = (typeof MODELS)[number];
type Method = (typeof READS)[number] | (typeof WRITES)[number];
type Call = (args: unknown) => Promise<unknown>;

/** As much of a Prisma client as better-auth's adapter uses. */
export type AuthClient = Readonly<Record<Model, Readonly<Record<Method, Call>>>> &
  Readonly<{ $transaction: <T>(body: (tx: Prisma.TransactionClient) => Promise<T>) => Promise<T> }>;

/**
 * A client for better-auth, which writes by plain calls: each of them becomes a transaction of its own inside
 * `db.write`, and reads go to the reader. It knows the four models above and nothing else of the database.
 */
export function authClient(db: Db): AuthClient {
  const models = MODELS.map((model) => [
    model,
    Object.fromEntries([
      ...READS.map((method) => [method, (args: unknown) => callOf(db.read, model, method)(args)]),
      ...WRITES.map((method) => [
        method,
        (args: unknown) => db.write((tx) => callOf(tx, model, method)(args)),
      ]),
    ]),
  ]);
  return {
    ...Object.fromEntries(models),
    $transaction: (body: (tx: WriteTx) => Promise<unknown>) => db.write(body),
  };
}

/** The adapter builds its arguments at run time; Prisma checks them when it gets them. */
function callOf(client: Pick<WriteTx, Model>, model: Model, method: Method): Call {
  const delegate = client[model] as unknown as Readonly<Record<Method, Call>>;
  return (args) => delegate[method](args);
}
