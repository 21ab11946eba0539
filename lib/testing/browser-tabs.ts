/** Alive until it is killed: a dead tab hears, sends and writes nothing more. */
export type Life = { alive: boolean };

type Turn = Readonly<{ life: Life; begin: () => void }>;
type Bus = { members: Map<Life, (message: never) => void>; queue: Turn[] };

/**
 * A browser whose tabs open and die, with a channel and a turn for each name, as browsers have them. Time stands still but
 * for `elapse`; what goes on is finished with `quiet`.
 */
export function aBrowser() {
  const buses = new Map<string, Bus>();
  let working = 0;

  /** Counts work that `quiet` waits for. */
  function watched<T>(work: Promise<T>): Promise<T> {
    working += 1;
    return work.finally(() => {
      working -= 1;
    });
  }

  /** Resolves when nothing goes on between memory, disk and network any more. */
  async function quiet(): Promise<void> {
    for (let idle = 0; idle < 12; idle = working > 0 ? 0 : idle + 1) await aMoment();
  }

  /** A tab that is about `name`. */
  function tab<Message>(name: string) {
    const bus = buses.get(name) ?? { members: new Map(), queue: [] };
    buses.set(name, bus);
    const life: Life = { alive: true };
    const pauses: number[] = [];
    const tasks = new Set<() => void>();
    return {
      life,
      /** Every delay asked for, in milliseconds. */
      pauses,
      tabs: memberOf<Message>(bus, life),
      schedule(task: () => void, delayMs: number) {
        pauses.push(delayMs);
        tasks.add(task);
        return () => void tasks.delete(task);
      },
      /** Everything this tab waits for comes due. */
      async elapse() {
        await quiet();
        const due = [...tasks];
        tasks.clear();
        if (life.alive) for (const task of due) task();
        await quiet();
      },
      kill() {
        life.alive = false;
        tasks.clear();
        passOn(bus);
      },
      /** A request: what `work` gives, a moment later; never, once the tab is dead. */
      async request<T>(work: () => T): Promise<T> {
        if (!life.alive) return new Promise<T>(() => {});
        const result = work();
        await watched(aMoment());
        return life.alive ? result : new Promise<T>(() => {});
      },
    };
  }

  return { tab, quiet, watched };
}

/** As long as it takes for everything that is due now. */
export function aMoment(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function memberOf<Message>(bus: Bus, life: Life) {
  return {
    tell(message: Message) {
      for (const [other, listener] of bus.members) {
        if (other !== life && other.alive && life.alive) setImmediate(listener, message as never);
      }
    },
    hear: (listener: (message: Message) => void) => void bus.members.set(life, listener),
    takeTurn: (task: () => Promise<void>) =>
      new Promise<void>((resolve, reject) => {
        if (!life.alive) return;
        const begin = () =>
          void task()
            .then(resolve, reject)
            .finally(() => {
              // The turn of a tab that died in it has gone on long since.
              if (bus.queue[0]?.begin !== begin) return;
              bus.queue.shift();
              bus.queue[0]?.begin();
            });
        bus.queue.push({ life, begin });
        if (bus.queue.length === 1) begin();
      }),
  };
}

function passOn(bus: Bus): void {
  const holder = bus.queue[0];
  bus.queue = bus.queue.filter(({ life }) => life.alive);
  if (holder !== undefined && !holder.life.alive) bus.queue[0]?.begin();
}
