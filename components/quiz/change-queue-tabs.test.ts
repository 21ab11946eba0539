import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Answering,
  aDevice,
  busyNow,
  COUNT,
  choose,
  lost,
  numberOf,
  numbers,
  reveal,
  settledTwice,
  storedButLost,
} from '@/lib/testing/quiz-device';

describe('several tabs', () => {
  it('Q06: agree on what is on its way and on what stands, and one of them sends', async () => {
    const device = aDevice();
    const [one, other] = [device.tab(), device.tab()];
    one.queue.add([choose(1, 'A')]);
    await device.quiet();
    expect(other.queue.snapshot().pending.map(({ id }) => numberOf(id))).toEqual([1]);
    await Promise.all([one.elapse(), other.elapse()]);
    expect([...one.sent, ...other.sent]).toEqual([[1]]);
    for (const tab of [one, other]) {
      expect(tab.queue.snapshot()).toMatchObject({
        pending: [],
        standing: { slots: [{ chosen: 'A' }, {}, {}] },
      });
    }
  });

  it('know all that was told to any of them, though the server tells it once', async () => {
    const device = aDevice();
    const one = device.tab();
    one.queue.add([reveal(1, 0)]);
    await one.elapse();
    // Opened since, it has heard of nothing yet.
    const other = device.tab();
    one.queue.add([reveal(2, 2)]);
    await one.elapse();
    expect(one.had).toEqual([[], [0]]);
    other.queue.add([reveal(3, 1)]);
    await other.elapse();
    expect(other.had).toEqual([[0, 2]]);
    for (const tab of [one, other]) {
      const { standing } = tab.queue.snapshot();
      expect(standing?.explanations.map(({ slot }) => slot)).toEqual([0, 1, 2]);
    }
  });

  it('a reply that was lost is told again, since nobody said they had it', async () => {
    const device = aDevice();
    const tab = device.tab([storedButLost]);
    tab.queue.add([reveal(1, 0)]);
    await tab.elapse();
    await tab.elapse();
    expect(tab.had).toEqual([[], []]);
    expect(tab.queue.snapshot().standing?.explanations).toMatchObject([{ slot: 0 }]);
  });

  it('Q05 Q06: converge with the server whatever is lost, reordered, repeated, killed or done in another tab', async () => {
    const outcome = fc.constantFrom<Answering>(lost, storedButLost, busyNow, settledTwice);
    const step = fc.oneof(
      fc.record({
        do: fc.constant('add' as const),
        tab: fc.nat(1),
        slot: fc.nat(COUNT - 1),
        option: fc.constantFrom('A', 'B', 'C'),
      }),
      fc.record({
        do: fc.constantFrom('elapse' as const, 'kill' as const, 'leave' as const),
        tab: fc.nat(1),
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 14 }),
        fc.array(outcome, { maxLength: 6 }),
        async (steps, outcomes) => {
          const device = aDevice();
          const script = [...outcomes];
          const tabs = [device.tab(script), device.tab(script)];
          let number = 0;
          for (const one of steps) {
            const tab = tabs[one.tab] as (typeof tabs)[number];
            if (one.do === 'add') {
              number += 1;
              const rev =
                1 +
                Math.max(
                  0,
                  ...tab.queue.snapshot().pending.map(({ rev }) => rev),
                  tab.queue.snapshot().standing?.rev ?? 0,
                );
              tab.queue.add([{ ...choose(number, one.option), slot: one.slot, rev }]);
              await tab.quiet();
            } else if (one.do === 'elapse') await tab.elapse();
            else if (one.do === 'leave') {
              tab.queue.flushBeforeLeaving();
              await tab.quiet();
            } else {
              tab.kill();
              tabs[one.tab] = device.tab(script);
            }
          }
          for (let round = 0; round < outcomes.length + 4; round += 1)
            for (const tab of tabs) await tab.elapse();
          expect(device.known()).toEqual(numbers(1, number));
          for (const tab of tabs) {
            const { pending, standing } = tab.queue.snapshot();
            expect(pending).toEqual([]);
            if (standing !== null) expect(standing.slots).toEqual(device.stands());
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
