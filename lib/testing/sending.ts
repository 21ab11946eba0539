import type { BatchLimits } from '@/components/offline/cut-batch';
import { createSender } from '@/components/offline/sender';
import type { Delivery, SenderMessage } from '@/components/offline/sender-model';
import type { EventId } from '@/lib/base/ids';
import { aBrowser, aMoment } from './browser-tabs';

/** Something to be sent, with its number, and a text that makes it as long as it should be. */
export type Parcel = Readonly<{ id: EventId; number: number; text: string }>;
/** What a test’s server says of each parcel. */
export type ParcelReply = Readonly<{
  taken: readonly EventId[];
  refused?: readonly EventId[];
  stranger?: boolean;
}>;
type News = Readonly<{ taken: readonly EventId[]; setApart: readonly EventId[] }>;
/** What becomes of one request. */
export type Fate = (batch: readonly Parcel[], server: ParcelServer) => Delivery<ParcelReply>;

export function parcel(number: number, text = ''): Parcel {
  return { id: `0197a000-0000-7000-8000-${number.toString().padStart(12, '0')}` as EventId, number, text };
}

export function parcels(first: number, count: number): Parcel[] {
  return Array.from({ length: count }, (_, index) => parcel(first + index));
}

/** A server that stores what it is sent, and counts how often. */
export type ParcelServer = ReturnType<typeof aServer>;

function aServer() {
  const stored = new Map<number, number>();
  return {
    stored,
    numbers: () => [...stored.keys()].sort((left, right) => left - right),
    /** Stores these and says so. */
    take(batch: readonly Parcel[]): Delivery<ParcelReply> {
      for (const { number } of batch) stored.set(number, (stored.get(number) ?? 0) + 1);
      return { kind: 'answered', reply: { taken: batch.map(({ id }) => id) } };
    },
  };
}

/** A device with a disk and a server, in which tabs with a sender of parcels open and die. */
export function aDevice({
  limits = { count: 100, bytes: 100_000 },
  gatherMs = 0,
  fails = () => false,
}: Readonly<{
  limits?: BatchLimits;
  gatherMs?: number;
  fails?: (act: 'load' | 'keep' | 'file') => boolean;
}> = {}) {
  const browser = aBrowser();
  const server = aServer();
  const rows = new Map<EventId, Parcel>();
  /** What a tab was told is on the disk: it may not be lost any more. */
  const promised = new Set<number>();
  const setApart = new Set<number>();
  const sending = new Set<object>();
  const device = {
    clock: 1_770_000_000_000,
    mostAtOnce: 0,
    server,
    rows,
    promised,
    setApart,
    tab,
    quiet: browser.quiet,
  };

  /** A tab whose requests meet the given fates in turn, then are stored. `closing` is done when nothing waits any more. */
  function tab(fates: Fate[] = [], closing: { wanted: boolean; sentAfter: number[][] } | null = null) {
    const { life, tabs, schedule, pauses, elapse, kill, request } =
      browser.tab<SenderMessage<Parcel, News>>('parcels');
    const sent: number[][] = [];
    const news: News[] = [];
    let changes = 0;

    async function disk<T>(act: 'load' | 'keep' | 'file', work: () => T): Promise<T> {
      await browser.watched(aMoment());
      if (!life.alive) return new Promise<T>(() => {});
      if (fails(act)) throw new Error('The device keeps nothing.');
      const result = work();
      await browser.watched(aMoment());
      return result;
    }

    async function over<T>(work: () => T): Promise<T> {
      if (!life.alive) return new Promise<T>(() => {});
      sending.add(life);
      device.mostAtOnce = Math.max(device.mostAtOnce, sending.size);
      const result = await request(work);
      sending.delete(life);
      return result;
    }

    const sender = createSender<Parcel, ParcelReply, News>(
      {
        inOrder: (left, right) => left.number - right.number,
        limits,
        gatherMs,
        disk: {
          load: (asked) =>
            disk('load', () => ({ waiting: [...rows.values()], gone: asked.filter((id) => !rows.has(id)) })),
          async keep(entries) {
            await disk('keep', () => {
              for (const one of entries) rows.set(one.id, one);
            });
            for (const { id, number } of entries) {
              promised.add(number);
              if (sender.isSettled(id)) rows.delete(id);
            }
          },
        },
        carry: (batch) =>
          over(() => {
            sent.push(batch.map(({ number }) => number));
            return (fates.shift() ?? ((all) => server.take(all)))(batch, server);
          }),
        judge: (_batch, { taken, refused = [], stranger = false }) => ({
          settled: [...taken, ...refused],
          news: { taken, setApart: refused },
          forAnotherLearner: stranger,
        }),
        poison: ({ id }) => ({ taken: [], setApart: [id] }),
        learn(one) {
          news.push(one);
          for (const id of one.setApart) setApart.add(Number(id.slice(-12)));
        },
        file: (ids) =>
          disk('file', () => {
            for (const id of ids) rows.delete(id);
          }),
        closing:
          closing === null
            ? null
            : {
                isWanted: () => closing.wanted,
                send: () =>
                  over((): Delivery<unknown> => {
                    closing.sentAfter.push(server.numbers());
                    closing.wanted = false;
                    return { kind: 'answered', reply: null };
                  }),
              },
        changed: () => {
          changes += 1;
        },
      },
      { tabs, schedule, random: () => 0.5, now: () => device.clock },
    );
    tabs.hear(sender.hear);
    return {
      sender,
      sent,
      pauses,
      news,
      elapse,
      isAlive: () => life.alive,
      changes: () => changes,
      pending: () => sender.state().pending.map(({ number }) => number),
      kill() {
        sending.delete(life);
        kill();
      },
    };
  }

  return device;
}
