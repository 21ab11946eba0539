import { SECOND_MS } from '@/lib/base/time';

/** One kept answer in the outbox, and what became of it. */
export const OUTBOX = 'outbox';
/** The day of whoever studies on this device: at most one record. */
export const DAY = 'day';
/** One change to an attempt that the server has not acknowledged, or the wish to hand one in. */
export const QUIZ_CHANGES = 'quizChanges';
/** An attempt as its page got it last, to be sat without a network. */
export const QUIZ_ATTEMPTS = 'quizAttempts';
export const BY_STATUS = 'status';
export const BY_SETTLING = 'settledAt';

export type StoreName = typeof OUTBOX | typeof DAY | typeof QUIZ_CHANGES | typeof QUIZ_ATTEMPTS;

/** The device's own database, shared by all tabs. Everything rejects when the device stores nothing. */
export type DeviceDatabase = Readonly<{
  read: <T>(store: StoreName, body: (store: IDBObjectStore) => Promise<T>) => Promise<T>;
  /** Resolves once the transaction is on disk. `body` may await nothing but requests of its store. */
  write: <T>(store: StoreName, body: (store: IDBObjectStore) => Promise<T>) => Promise<T>;
}>;

const NAME = 'hornbook';
const VERSION = 2;
/** Some browsers never answer the first opening after a start. The answers then live in memory. */
const PATIENCE_MS = 5 * SECOND_MS;

/** Opens the database at first use, and again when the browser has closed it. */
export function deviceDatabase(factory: () => IDBFactory): DeviceDatabase {
  let opened: Promise<IDBDatabase> | null = null;

  function database(): Promise<IDBDatabase> {
    opened ??= open(factory, () => {
      opened = null;
    }).catch((error: unknown) => {
      opened = null;
      throw error;
    });
    return opened;
  }

  async function transact<T>(
    store: StoreName,
    mode: IDBTransactionMode,
    body: (store: IDBObjectStore) => Promise<T>,
  ): Promise<T> {
    const transaction = await begin(store, mode);
    const ended = end(transaction);
    try {
      const result = await body(transaction.objectStore(store));
      await ended;
      return result;
    } catch (error) {
      abort(transaction);
      throw error;
    }
  }

  async function begin(store: StoreName, mode: IDBTransactionMode): Promise<IDBTransaction> {
    // Strict: on disk, not only with the operating system, before the answer is called kept.
    const options = { durability: 'strict' } as const;
    try {
      return (await database()).transaction(store, mode, options);
    } catch {
      opened = null;
      return (await database()).transaction(store, mode, options);
    }
  }

  return {
    read: (store, body) => inTime(transact(store, 'readonly', body)),
    write: (store, body) => inTime(transact(store, 'readwrite', body)),
  };
}

/** The result of a request of a transaction that is under way. */
export function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function open(factory: () => IDBFactory, lost: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory().open(NAME, VERSION);
    request.onupgradeneeded = () => layOut(request.result);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      // A newer Hornbook in another tab wants to change the layout: it must not wait for this tab.
      database.onversionchange = () => {
        database.close();
        lost();
      };
      database.onclose = lost;
      resolve(database);
    };
  });
}

/** Adds what is missing. Nothing that stands is touched: it may hold the only copy of an answer. */
function layOut(database: IDBDatabase): void {
  const lacks = (store: StoreName) => !database.objectStoreNames.contains(store);
  if (lacks(OUTBOX)) {
    const outbox = database.createObjectStore(OUTBOX, { keyPath: ['learnerId', 'id'] });
    outbox.createIndex(BY_STATUS, ['learnerId', 'status']);
    outbox.createIndex(BY_SETTLING, 'settledAt');
  }
  if (lacks(DAY)) database.createObjectStore(DAY);
  if (lacks(QUIZ_CHANGES)) {
    database.createObjectStore(QUIZ_CHANGES, { keyPath: ['learnerId', 'attemptId', 'id'] });
  }
  if (lacks(QUIZ_ATTEMPTS)) {
    database.createObjectStore(QUIZ_ATTEMPTS, { keyPath: ['learnerId', 'attemptId'] });
  }
}

function end(transaction: IDBTransaction): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The device kept nothing.'));
  });
  // Whoever waits for the body hears of a failure; the end must not be reported a second time as unhandled.
  ended.catch(() => {});
  return ended;
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The device’s database does not answer.')), PATIENCE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
