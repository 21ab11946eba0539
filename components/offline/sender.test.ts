import { describe, expect, it } from 'vitest';
import { aDevice, type Fate, parcel, parcels } from '@/lib/testing/sending';

describe('a sender', () => {
  it('takes entries in at once, sends them, and holds nothing after the acknowledgement', async () => {
    const device = aDevice();
    const tab = device.tab();
    tab.sender.add([parcel(2), parcel(1)]);
    expect(tab.pending()).toEqual([1, 2]);
    await device.quiet();
    expect(tab.sent).toEqual([[1, 2]]);
    expect(tab.sender.state()).toEqual({ pending: [], trouble: 'none', kept: true });
    expect(device.rows.size).toBe(0);
  });

  it('calls entries kept only once they are on the disk', async () => {
    const device = aDevice();
    const tab = device.tab([lost]);
    tab.sender.add([parcel(1)]);
    expect(tab.sender.state().kept).toBe(false);
    await device.quiet();
    expect(tab.sender.state().kept).toBe(true);
    expect([...device.rows.values()]).toEqual([parcel(1)]);
  });

  it('tells of an addition once, before anything else happens', async () => {
    const device = aDevice();
    const tab = device.tab();
    await device.quiet();
    const before = tab.changes();
    tab.sender.add([parcel(1)]);
    expect(tab.changes()).toBe(before + 1);
  });

  it('sends what is done within its time in one request, and at once when asked to', async () => {
    const device = aDevice({ gatherMs: 1000 });
    const tab = device.tab();
    tab.sender.add([parcel(1)]);
    await device.quiet();
    tab.sender.add([parcel(2)]);
    await device.quiet();
    expect(tab.sent).toEqual([]);
    expect(tab.pauses).toEqual([1000]);
    await tab.elapse();
    expect(tab.sent).toEqual([[1, 2]]);
    tab.sender.add([parcel(3)]);
    tab.sender.flush();
    await device.quiet();
    expect(tab.sent).toEqual([[1, 2], [3]]);
  });

  it('never sends more than the limits allow, in number or in bytes', async () => {
    const device = aDevice({ limits: { count: 3, bytes: 3_500 } });
    const tab = device.tab();
    const long = 'ä'.repeat(600);
    tab.sender.add([...parcels(1, 7), parcel(8, long), parcel(9, long), parcel(10, long), parcel(11)]);
    await device.quiet();
    expect(tab.sent).toEqual([[1, 2, 3], [4, 5, 6], [7, 8], [9], [10, 11]]);
  });

  it('Q03 R13: sends on the next visit what a killed tab left behind', async () => {
    const device = aDevice();
    const first = device.tab([lost]);
    first.sender.add([parcel(2)]);
    first.sender.add([parcel(1)]);
    await device.quiet();
    first.kill();
    const second = device.tab();
    await device.quiet();
    expect(second.sent).toEqual([[1, 2]]);
    expect(device.rows.size).toBe(0);
  });

  it('R15: still delivers when the device stores nothing, and says that nothing is kept', async () => {
    const device = aDevice({ fails: () => true });
    const tab = device.tab([lost]);
    tab.sender.add([parcel(1)]);
    await device.quiet();
    expect(tab.sender.state()).toMatchObject({ kept: false, pending: [parcel(1)] });
    await tab.elapse();
    expect(device.server.numbers()).toEqual([1]);
    expect(tab.sender.state()).toMatchObject({ kept: true, pending: [] });
  });

  it('sends again what was put back on the disk after it was settled', async () => {
    const device = aDevice();
    const [tab, other] = [device.tab(), device.tab()];
    tab.sender.add([parcel(1)]);
    await device.quiet();
    device.rows.set(parcel(1).id, parcel(1));
    await tab.sender.lookAgain();
    await device.quiet();
    expect(device.server.stored.get(1)).toBe(2);
    expect(other.pending()).toEqual([]);
  });

  it('has another tab send what was put back when its own tab dies over it', async () => {
    const device = aDevice();
    const [tab, other] = [device.tab(), device.tab()];
    tab.sender.add([parcel(1)]);
    await device.quiet();
    device.rows.set(parcel(1).id, parcel(1));
    await tab.sender.lookAgain();
    tab.kill();
    other.sender.add([parcel(2)]);
    await device.quiet();
    expect(other.sent).toEqual([[1, 2]]);
  });
});

describe('pauses', () => {
  it('R14 Q04: grow after each failure in a row up to a minute, and nothing is dropped', async () => {
    const device = aDevice();
    const tab = device.tab(Array.from({ length: 9 }, () => lost));
    tab.sender.add([parcel(1)]);
    for (let failure = 0; failure < 8; failure += 1) {
      await device.quiet();
      expect(tab.sender.state().trouble).toBe('unreachable');
      await tab.elapse();
    }
    expect(tab.pauses.slice(0, 8)).toEqual([750, 1500, 3000, 6000, 12_000, 24_000, 45_000, 45_000]);
    expect(tab.pending()).toEqual([1]);
  });

  it('are as long as a busy server asks, even when told to try now', async () => {
    const device = aDevice();
    const tab = device.tab([busyFor(7000)]);
    tab.sender.add([parcel(1)]);
    await device.quiet();
    expect(tab.pauses).toEqual([7000]);
    tab.sender.flush();
    tab.sender.flushBeforeLeaving();
    await device.quiet();
    expect(tab.sent).toHaveLength(1);
    expect(tab.sender.state().trouble).toBe('busy');
    await tab.elapse();
    expect(tab.pending()).toEqual([]);
  });

  it('that a server asks for are kept after leaving too', async () => {
    const device = aDevice({ gatherMs: 1000 });
    const tab = device.tab([busyFor(7000)]);
    tab.sender.add([parcel(1)]);
    tab.sender.flushBeforeLeaving();
    await device.quiet();
    tab.sender.flush();
    await device.quiet();
    expect(tab.sent).toEqual([[1]]);
    expect(tab.pauses).toContain(7000);
    tab.sender.flush();
    await device.quiet();
    expect(tab.sent).toEqual([[1]]);
    await tab.elapse();
    expect(tab.sent).toEqual([[1], [1]]);
  });

  it('of its own are over when told to try now', async () => {
    const device = aDevice();
    const tab = device.tab([lost]);
    tab.sender.add([parcel(1)]);
    await device.quiet();
    tab.sender.flush();
    await device.quiet();
    expect(tab.sender.state()).toMatchObject({ pending: [], trouble: 'none' });
  });
});

describe('before the page goes', () => {
  it('hands over what is waiting, without waiting itself', async () => {
    const device = aDevice();
    const tab = device.tab([lost]);
    tab.sender.add([parcel(1)]);
    await device.quiet();
    tab.sender.add([parcel(2)]);
    tab.sender.flushBeforeLeaving();
    expect(tab.sent).toEqual([[1], [1, 2]]);
    await device.quiet();
    expect(tab.pending()).toEqual([]);
  });

  it('hands over in requests small enough to outlive the page', async () => {
    const device = aDevice({ limits: { count: 100, bytes: 500_000 }, gatherMs: 1000 });
    const tab = device.tab();
    tab.sender.add([parcel(1, 'ä'.repeat(20_000)), parcel(2, 'ä'.repeat(20_000))]);
    tab.sender.flushBeforeLeaving();
    expect(tab.sent).toEqual([[1], [2]]);
  });

  it('sends again what nothing was said of', async () => {
    const device = aDevice({ gatherMs: 1000 });
    const tab = device.tab([silent]);
    tab.sender.add([parcel(1)]);
    tab.sender.flushBeforeLeaving();
    for (let round = 0; round < 3; round += 1) await tab.elapse();
    expect(tab.pending()).toEqual([]);
    expect(device.server.numbers()).toEqual([1]);
  });

  it('leaves to the tab whose turn it is what is on the disk', async () => {
    const device = aDevice();
    const [sender, other] = [device.tab([lost]), device.tab()];
    sender.sender.add([parcel(1)]);
    await device.quiet();
    other.sender.flushBeforeLeaving();
    other.sender.add([parcel(2)]);
    other.sender.flushBeforeLeaving();
    expect(other.sent).toEqual([[2]]);
  });
});

describe('what fails', () => {
  it('R10: stands back for the others when nothing final was said of it', async () => {
    const device = aDevice();
    const failsFirst: Fate = (batch, server) => server.take(batch.filter(({ number }) => number > 100));
    const tab = device.tab([failsFirst, failsFirst]);
    tab.sender.add(parcels(1, 102));
    await device.quiet();
    expect(tab.pending()).toHaveLength(100);
    expect(device.server.numbers()).toEqual([101, 102]);
    expect(tab.sender.state().trouble).toBe('busy');
    await tab.elapse();
    expect(tab.pending()).toEqual([]);
  });

  it('R10: is set apart alone when it makes a whole request unreadable, and the others are delivered', async () => {
    const device = aDevice();
    const choke: Fate = (batch, server) => (has(batch, 37) ? { kind: 'refused' } : server.take(batch));
    const tab = device.tab(Array.from({ length: 40 }, () => choke));
    tab.sender.add(parcels(1, 150));
    await device.quiet();
    expect(tab.pending()).toEqual([]);
    expect([...device.setApart]).toEqual([37]);
    expect(device.server.numbers()).toEqual(
      parcels(1, 150).flatMap(({ number }) => (number === 37 ? [] : number)),
    );
    expect(tab.sent.length).toBeLessThan(25);
  });

  it('R10: holds up no other when the server breaks on it each time', async () => {
    const device = aDevice();
    const crack: Fate = (batch, server) => (has(batch, 1) ? { kind: 'broke' } : server.take(batch));
    const tab = device.tab(Array.from({ length: 80 }, () => crack));
    tab.sender.add(parcels(1, 20));
    for (let round = 0; round < 8; round += 1) await tab.elapse();
    expect(tab.pending()).toEqual([1]);
    expect(tab.sender.state().trouble).toBe('busy');
    tab.sender.add([parcel(21)]);
    for (let round = 0; round < 8; round += 1) await tab.elapse();
    expect(tab.pending()).toEqual([1]);
  });

  it('is not sent again once it was refused by its id', async () => {
    const device = aDevice();
    const tab = device.tab([([first], server) => refusing(first, server)]);
    tab.sender.add([parcel(1)]);
    await device.quiet();
    expect(tab.pending()).toEqual([]);
    expect(tab.sent).toEqual([[1]]);
    expect([...device.setApart]).toEqual([1]);
  });

  it('R13: waits when it is for another learner, until that learner is back', async () => {
    const device = aDevice();
    const tab = device.tab([() => ({ kind: 'answered', reply: { taken: [], stranger: true } }), stranger]);
    tab.sender.add([parcel(1)]);
    for (let round = 0; round < 2; round += 1) {
      await device.quiet();
      expect(tab.sender.state()).toMatchObject({ trouble: 'no-learner', pending: [parcel(1)] });
      await tab.elapse();
    }
    expect(tab.pending()).toEqual([]);
  });
});

describe('R12 Q06: several tabs', () => {
  it('have one sender at a time and send each entry once', async () => {
    const device = aDevice();
    const tabs = [device.tab(), device.tab(), device.tab()];
    tabs.forEach((tab, index) => {
      tab.sender.add(parcels(index * 10 + 1, 10));
    });
    await device.quiet();
    expect(device.mostAtOnce).toBe(1);
    expect([...device.server.stored.values()]).toEqual(Array.from({ length: 30 }, () => 1));
    for (const tab of tabs) expect(tab.pending()).toEqual([]);
  });

  it('all show what none of them has saved yet, and why, and any of them may have it tried now', async () => {
    const device = aDevice();
    const [sender, other] = [device.tab([lost]), device.tab()];
    sender.sender.add([parcel(1)]);
    await device.quiet();
    other.sender.add([parcel(2)]);
    await device.quiet();
    for (const tab of [sender, other]) {
      expect(tab.pending()).toEqual([1, 2]);
      expect(tab.sender.state().trouble).toBe('unreachable');
    }
    other.sender.flush();
    await device.quiet();
    expect(sender.sent).toEqual([[1], [1, 2]]);
    for (const tab of [sender, other]) expect(tab.pending()).toEqual([]);
    expect(other.news).toEqual(sender.news);
  });

  it('pass the turn on when the sending tab dies', async () => {
    const device = aDevice();
    const [sender, other] = [device.tab([lost]), device.tab()];
    sender.sender.add([parcel(1)]);
    await device.quiet();
    sender.kill();
    await device.quiet();
    expect(other.sent).toEqual([[1]]);
    expect(other.pending()).toEqual([]);
  });
});

describe('closing', () => {
  it('Q02: comes after all entries, what stands back among them', async () => {
    const device = aDevice();
    const closing = { wanted: false, sentAfter: [] as number[][] };
    const tab = device.tab([silent], closing);
    tab.sender.add([parcel(1)]);
    closing.wanted = true;
    tab.sender.hurry();
    await device.quiet();
    expect(closing.sentAfter).toEqual([]);
    await tab.elapse();
    expect(closing.sentAfter).toEqual([[1]]);
  });

  it('waits for what was handed over before the page went', async () => {
    const device = aDevice();
    const closing = { wanted: false, sentAfter: [] as number[][] };
    const tab = device.tab([lost, lost], closing);
    tab.sender.add([parcel(1)]);
    await device.quiet();
    tab.sender.flushBeforeLeaving();
    closing.wanted = true;
    tab.sender.hurry();
    await device.quiet();
    expect(closing.sentAfter).toEqual([]);
    await tab.elapse();
    expect(closing.sentAfter).toEqual([[1]]);
  });
});

const lost: Fate = () => ({ kind: 'unreachable' });
const stranger: Fate = () => ({ kind: 'no-learner' });
const silent: Fate = () => ({ kind: 'answered', reply: { taken: [] } });

function busyFor(retryAfterMs: number): Fate {
  return () => ({ kind: 'busy', retryAfterMs });
}

function has(batch: Parameters<Fate>[0], number: number): boolean {
  return batch.some((one) => one.number === number);
}

function refusing(first: Parameters<Fate>[0][number] | undefined, _server: unknown): ReturnType<Fate> {
  return { kind: 'answered', reply: { taken: [], refused: first === undefined ? [] : [first.id] } };
}
