import { Worker } from 'node:worker_threads';
import type { CompileResult } from '@/lib/content/model';
import type { Answer, Task } from './messages';

/** What a thread may take. */
export type ThreadLimits = Readonly<{
  /** For one task, from when the compiler is loaded. Milliseconds. */
  timeMs: number;
  /** Of JavaScript's heap. Mebibytes. */
  heapMb: number;
}>;

/** How a task ended. All but the first are the end of the thread too. */
export type Ending =
  | Readonly<{ kind: 'compiled'; result: CompileResult }>
  | Readonly<{ kind: 'too-slow' | 'too-much-memory' | 'closed' }>
  | Readonly<{ kind: 'crashed'; error: Error }>;

/** Loading the compiler takes a fraction of a second; a machine that needs longer than this has other troubles. */
const LOADING_MS = 30_000;

/**
 * A thread that compiles one task at a time and is ended by the first that goes over a limit. It sees no environment, so
 * no secret, and does not keep the process alive while it waits.
 */
export class Thread {
  readonly #worker: Worker;
  readonly #limits: ThreadLimits;
  #isReady = false;
  #timer: NodeJS.Timeout | undefined;
  #waiting: Readonly<{ task: Task; settle: (ending: Ending) => void }> | null = null;
  #ended: Ending | null = null;

  /** `file` is what scripts/build-workers.mjs made. */
  constructor(file: string, limits: ThreadLimits) {
    this.#limits = limits;
    this.#worker = new Worker(file, {
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb },
    });
    this.#worker.unref();
    this.#worker.on('message', (answer: Answer) => this.#take(answer));
    this.#worker.on('error', (error) => this.#end(isOutOfMemory(error) ? OUT_OF_MEMORY : crashed(error)));
    this.#worker.on('exit', () => this.#end(crashed(new Error('The thread ended without an answer.'))));
  }

  /** Whether it can take a task now or as soon as it has loaded. */
  get isIdle(): boolean {
    return this.#ended === null && this.#waiting === null;
  }

  get isAlive(): boolean {
    return this.#ended === null;
  }

  /** Compiles; never rejects. The caller waits until the thread is idle. */
  run(task: Task): Promise<Ending> {
    if (this.#ended !== null) return Promise.resolve(this.#ended);
    return new Promise((settle) => {
      this.#waiting = { task, settle };
      this.#worker.ref();
      if (this.#isReady) this.#post(task);
      else this.#timer = setTimeout(() => this.#end(TOO_SLOW), LOADING_MS);
    });
  }

  /** Ends it; resolves when it is gone. A task that runs ends as `closed`. */
  async close(): Promise<void> {
    this.#end({ kind: 'closed' });
    await this.#worker.terminate();
  }

  #take(answer: Answer): void {
    if (answer.kind === 'compiled') this.#settle(answer);
    else {
      this.#isReady = true;
      if (this.#waiting !== null) this.#post(this.#waiting.task);
    }
  }

  #post(task: Task): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end(TOO_SLOW), this.#limits.timeMs);
    this.#worker.postMessage(task);
  }

  /** The caller is answered at once: a thread inside the parser, which is native, may take a while longer to stop. */
  #end(ending: Ending): void {
    if (this.#ended !== null) return;
    this.#ended = ending;
    this.#settle(ending);
    void this.#worker.terminate();
  }

  #settle(ending: Ending): void {
    clearTimeout(this.#timer);
    this.#worker.unref();
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.settle(ending);
  }
}

const TOO_SLOW: Ending = { kind: 'too-slow' };
const OUT_OF_MEMORY: Ending = { kind: 'too-much-memory' };

function crashed(error: Error): Ending {
  return { kind: 'crashed', error };
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
