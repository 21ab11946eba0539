import type { EventId } from '@/lib/base/ids';
import { type Backlog, hasAt, moved, withSettled } from './backlog';
import type { Backoff } from './backoff';
import { nextCount, type Pause, pauseAfter, troubleOf } from './next-step';
import type { Delivery, Entry, Errand, SenderMessage, SenderWorld, Trouble } from './sender-model';

/** All that a sender remembers between two steps; whoever takes a step puts new values in. */
export type Line<Sent extends Entry> = {
  backlog: Backlog<Sent>;
  /** How many entries the next batch may hold. */
  count: number;
  trouble: Trouble;
  /** Nothing more may be sent before this is over. */
  owed: Pause | null;
};

/** The requests of a sender: each resolves when its reply is taken in, told and filed, or its failure is noted. */
export type Exchanges<Sent, News> = Readonly<{
  send: (batch: readonly Sent[]) => Promise<void>;
  /** Sends the last thing, after which there is nothing more to send. */
  close: () => Promise<void>;
  hearSettled: (ids: readonly EventId[], news: News) => void;
}>;

/** Makes requests for the errand and writes into the line what came of them. */
export function createExchanges<Sent extends Entry, Reply, News>(
  line: Line<Sent>,
  errand: Errand<Sent, Reply, News>,
  {
    tabs,
    now,
    backoff,
  }: Pick<SenderWorld<SenderMessage<Sent, News>>, 'tabs' | 'now'> &
    Readonly<{ backoff: Pick<Backoff, 'reset'> }>,
): Exchanges<Sent, News> {
  async function send(batch: readonly Sent[]): Promise<void> {
    const ids = batch.map(({ id }) => id);
    line.backlog = moved(line.backlog, ids, 'waiting', 'under-way');
    const delivery = await errand.carry(batch);
    owe(pauseAfter(delivery));
    if (delivery.kind === 'answered') await settle(batch, delivery.reply);
    else if (delivery.kind === 'refused') await setApart(batch);
    else noteFailure(batch, delivery);
    line.backlog = moved(line.backlog, ids, 'under-way', 'waiting');
    errand.changed();
  }

  async function settle(batch: readonly Sent[], reply: Reply): Promise<void> {
    const { settled, news, forAnotherLearner } = errand.judge(batch, reply);
    const left = batch.flatMap(({ id }) => (settled.includes(id) ? [] : [id]));
    line.backlog = moved(line.backlog, left, 'under-way', 'standing-back');
    if (settled.length > 0) {
      backoff.reset();
      countAfter('some-settled', batch);
    }
    sayTrouble(forAnotherLearner ? 'no-learner' : hasAt(line.backlog, 'standing-back') ? 'busy' : 'none');
    await take(settled, news);
  }

  /** Somewhere in this batch is what makes the whole of it unreadable: halves find it, and it harms only itself. */
  async function setApart(batch: readonly Sent[]): Promise<void> {
    countAfter('failed-as-one', batch);
    const [only] = batch;
    if (only !== undefined && batch.length === 1) await take([only.id], errand.poison(only));
  }

  function noteFailure(
    batch: readonly Sent[],
    delivery: Exclude<Delivery<Reply>, { kind: 'answered' }>,
  ): void {
    if (delivery.kind === 'broke') {
      countAfter('failed-as-one', batch);
      const alone = batch.length === 1 ? batch.map(({ id }) => id) : [];
      line.backlog = moved(line.backlog, alone, 'under-way', 'standing-back');
    }
    sayTrouble(troubleOf(delivery));
  }

  async function take(ids: readonly EventId[], news: News): Promise<void> {
    hearSettled(ids, news);
    errand.changed();
    // If the disk fails now, the next visit sends once more what the server knows already.
    if (ids.length > 0) await errand.file(ids, news).catch(() => {});
    tabs.tell({ kind: 'settled', ids, news });
  }

  /** First the news, then what it settles: no picture lacks an entry of which nothing is known yet. */
  function hearSettled(ids: readonly EventId[], news: News): void {
    errand.learn(news);
    line.backlog = withSettled(line.backlog, ids);
  }

  async function close(): Promise<void> {
    if (errand.closing === null) return;
    const delivery = await errand.closing.send();
    // It is one small request: what refuses it will let it pass another time.
    owe(delivery.kind === 'refused' ? 0 : pauseAfter(delivery));
    if (delivery.kind === 'answered') backoff.reset();
    sayTrouble(delivery.kind === 'answered' ? 'none' : troubleOf(delivery));
    errand.changed();
  }

  function countAfter(outcome: 'failed-as-one' | 'some-settled', batch: readonly Sent[]): void {
    line.count = nextCount(outcome, { count: line.count, sent: batch.length, most: errand.limits.count });
  }

  function owe(ms: number | null): void {
    if (ms !== null) line.owed = { ms, since: now() };
  }

  function sayTrouble(next: Trouble): void {
    if (next === line.trouble) return;
    line.trouble = next;
    tabs.tell({ kind: 'trouble', trouble: next });
  }

  return { send, close, hearSettled };
}
