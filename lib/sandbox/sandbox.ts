import path from 'node:path';
import type { CompileContext } from '@/lib/content/context';
import type { CompileResult, SourceFile } from '@/lib/content/model';
import type { Task } from './messages';
import { isTooLarge, refused } from './refusals';
import { type Ending, Thread, type ThreadLimits } from './thread';

export type SandboxLimits = ThreadLimits & Readonly<{ threads: number; waiting: number }>;

/** Ten times what a deck at every cap of the format takes on a slow machine; two threads, so that one text holds up one. */
const LIMITS: SandboxLimits = { timeMs: 2_000, heapMb: 256, threads: 2, waiting: 32 };

/** Made by scripts/build-workers.mjs. From the working directory, the root of Hornbook: the server is bundled. */
const THREAD_FILE = 'build/workers/compile-thread.mjs';

/**
 * Where a text that a person typed is compiled: in threads with limits on time and memory, so that none, however odd,
 * holds up or ends the process. One thread is kept warm; one that went over a limit is replaced.
 */
export class Sandbox {
  readonly #limits: SandboxLimits;
  readonly #file: string;
  readonly #onCrash: (error: Error) => void;
  #threads: Thread[] = [];
  #waiting: Job[] = [];
  #isClosed = false;

  /** `onCrash` is told of every error of ours that a text has brought to light. */
  constructor(
    onCrash: (error: Error) => void,
    options: Readonly<Partial<SandboxLimits> & { file?: string }> = {},
  ) {
    this.#onCrash = onCrash;
    this.#limits = { ...LIMITS, ...options };
    this.#file = path.resolve(/*turbopackIgnore: true*/ options.file ?? THREAD_FILE);
    this.#threads.push(new Thread(this.#file, this.#limits));
  }

  /** As `compileDeck`; never rejects. What goes over a limit is an error of rule S15 in the result. */
  compile(files: readonly SourceFile[], context: CompileContext): Promise<CompileResult> {
    if (this.#isClosed) return Promise.resolve(refused(files, 'closed'));
    if (isTooLarge(files)) return Promise.resolve(refused(files, 'too-large'));
    if (this.#waiting.length >= this.#limits.waiting) return Promise.resolve(refused(files, 'too-busy'));
    return new Promise((settle) => {
      this.#waiting.push({ task: { files, context }, settle });
      this.#dispatch();
    });
  }

  /** Ends all threads; what waits is refused. Resolves when they are gone. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { task, settle } of this.#waiting.splice(0)) settle(refused(task.files, 'closed'));
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }

  #dispatch(): void {
    for (let thread = this.#freeThread(); thread !== null; thread = this.#freeThread()) {
      const job = this.#waiting.shift();
      if (job === undefined) return;
      void this.#serve(thread, job);
    }
  }

  /** One that is idle, made where there may be more; null when all are at work. */
  #freeThread(): Thread | null {
    this.#threads = this.#threads.filter(({ isAlive }) => isAlive);
    const idle = this.#threads.find(({ isIdle }) => isIdle);
    if (idle !== undefined || this.#threads.length >= this.#limits.threads) return idle ?? null;
    const made = new Thread(this.#file, this.#limits);
    this.#threads.push(made);
    return made;
  }

  async #serve(thread: Thread, { task, settle }: Job): Promise<void> {
    const ending = await thread.run(task);
    if (ending.kind === 'crashed') this.#onCrash(ending.error);
    settle(resultOf(task, ending));
    if (this.#isClosed) return;
    // Also when nobody waits: loading takes longer than most texts, so the next one is to find a thread that has begun.
    this.#dispatch();
  }
}

type Job = Readonly<{ task: Task; settle: (result: CompileResult) => void }>;

function resultOf({ files }: Task, ending: Ending): CompileResult {
  return ending.kind === 'compiled' ? ending.result : refused(files, ending.kind);
}
