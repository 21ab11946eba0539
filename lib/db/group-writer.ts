import { DatabaseBusy, isDatabaseBusy, isDatabaseUnwritable, type WriteTx } from './writer';

/** The most jobs that share one transaction: keeps a late-comer's wait short under a flood. */
const MAX_GROUP = 200;
/**
 * The most jobs that may wait. At the few hundred a second of a slow disk this is some seconds of waiting; whoever comes
 * then is better told at once to come again than kept until the line breaks.
 */
const MAX_WAITING = 1_000;

type Write = <T>(body: (tx: WriteTx) => Promise<T>) => Promise<T>;
type Body<Job, Outcome> = (tx: WriteTx, jobs: readonly Job[]) => Promise<readonly Outcome[]>;
/** Resolves when the group is to be committed; more jobs may come until then. */
export type Gather = () => Promise<void>;

/** The next turn of the event loop, when whatever came in this one has been read. */
const nextTurn: Gather = () => new Promise((resolve) => setImmediate(resolve));

type Waiting<Job, Outcome> = {
  job: Job;
  resolve: (outcome: Outcome) => void;
  reject: (reason: unknown) => void;
};

/**
 * Collects jobs while a transaction runs and commits them together in the next one. An idle writer commits at once
 * (at the next turn of the event loop, or when `gather` says): nobody waits for a window to fill. Each job is told its
 * outcome after the commit that made it durable.
 */
export class GroupWriter<Job, Outcome> {
  readonly #write: Write;
  readonly #body: Body<Job, Outcome>;
  readonly #gather: Gather;
  #waiting: Waiting<Job, Outcome>[] = [];
  #running = false;

  constructor(write: Write, body: Body<Job, Outcome>, gather: Gather = nextTurn) {
    this.#write = write;
    this.#body = body;
    this.#gather = gather;
  }

  /**
   * Resolves with the job's outcome once it is on disk; rejects when the job fails even alone, and with `DatabaseBusy`
   * at once when too many wait already: then nothing of the job was begun.
   */
  add(job: Job): Promise<Outcome> {
    if (this.#waiting.length >= MAX_WAITING) {
      return Promise.reject(new DatabaseBusy('More answers are waiting than can be filed in time.'));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      if (this.#running) return;
      this.#running = true;
      void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#gather();
      await this.#commit(this.#waiting.splice(0, MAX_GROUP));
    }
    this.#running = false;
  }

  async #commit(group: readonly Waiting<Job, Outcome>[]): Promise<void> {
    try {
      const jobs = group.map(({ job }) => job);
      const outcomes = await this.#write((tx) => this.#body(tx, jobs));
      group.forEach(({ resolve }, index) => {
        resolve(outcomes[index] as Outcome);
      });
    } catch (error) {
      // A lock held by another process or a full disk is nobody's fault in the group: smaller groups would fail in turn.
      if (group.length === 1 || isDatabaseBusy(error) || isDatabaseUnwritable(error)) {
        for (const { reject } of group) reject(error);
        return;
      }
      const half = Math.ceil(group.length / 2);
      await this.#commit(group.slice(0, half));
      await this.#commit(group.slice(half));
    }
  }
}
