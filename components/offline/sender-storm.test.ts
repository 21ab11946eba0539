import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMoment } from '@/lib/testing/browser-tabs';
import { aDevice, type Fate, type Parcel, parcel } from '@/lib/testing/sending';
import { ENVELOPE_BYTES, textBytes } from './cut-batch';

const LIMITS = { count: 8, bytes: ENVELOPE_BYTES + 1_500 };
const TABS = 2;

type Nature = 'good' | 'poison' | 'breaking' | 'mute';
type Step = Readonly<{
  tab: number;
  act: 'add' | 'elapse' | 'moment' | 'kill' | 'flush' | 'leave' | 'deliver-late';
  natures: readonly Nature[];
  size: number;
}>;

const aStep: fc.Arbitrary<Step> = fc.record({
  tab: fc.nat(TABS - 1),
  act: fc.constantFrom(
    ...(['add', 'add', 'add', 'elapse', 'elapse', 'moment', 'moment'] as const),
    ...(['kill', 'flush', 'leave', 'deliver-late'] as const),
  ),
  natures: fc.array(
    fc.constantFrom<Nature>('good', 'good', 'good', 'good', 'good', 'poison', 'breaking', 'mute'),
    { minLength: 1, maxLength: 10 },
  ),
  size: fc.constantFrom(0, 0, 200, 700),
});
const aFate = fc.constantFrom(
  'through',
  'lost',
  'reply-lost',
  'late',
  'twice',
  'half',
  'silent',
  'busy',
  'stranger',
);
/** Whether the disk refuses the next thing asked of it. */
const aDiskFailure = fc.constantFrom(false, false, false, true);

describe('I3 I4: whatever network, disk and tabs do', () => {
  it('Q05 Q06 R10 R12: nothing kept is lost, one tab sends, poison harms itself, and all is sent in the end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(aStep, { maxLength: 30 }),
        fc.array(aFate, { maxLength: 20 }),
        fc.array(aDiskFailure, { maxLength: 20 }),
        runOnce,
      ),
      { numRuns: 500 },
    );
  }, 120_000);
});

async function runOnce(
  steps: readonly Step[],
  fates: readonly (typeof aFate extends fc.Arbitrary<infer One> ? One : never)[],
  diskFailures: readonly boolean[],
): Promise<void> {
  const failures = [...diskFailures];
  const device = aDevice({ limits: LIMITS, gatherMs: 1000, fails: () => failures.shift() ?? false });
  const natures = new Map<number, Nature>();
  const is = (nature: Nature) => (one: Parcel) => natures.get(one.number) === nature;
  const stranded: (readonly Parcel[])[] = [];

  /** What this server makes of parcels, once a request has reached it. */
  const receive: Fate = (batch, server) => {
    expect(batch.length).toBeLessThanOrEqual(LIMITS.count);
    expect(batch.length === 1 || textBytes(JSON.stringify(batch)) <= LIMITS.bytes).toBe(true);
    if (batch.some(is('poison'))) return { kind: 'refused' };
    if (batch.some(is('breaking'))) return { kind: 'broke' };
    return server.take(batch.filter((one) => !is('mute')(one)));
  };
  const script = fates.map(
    (fate): Fate =>
      (batch, server) => {
        if (fate === 'late') stranded.push(batch);
        if (fate === 'lost' || fate === 'late') return { kind: 'unreachable' };
        if (fate === 'busy') return { kind: 'busy', retryAfterMs: 3000 };
        if (fate === 'stranger') return { kind: 'no-learner' };
        const delivery = receive(batch, server);
        if (fate === 'reply-lost') return { kind: 'unreachable' };
        if (delivery.kind !== 'answered') return delivery;
        if (fate === 'twice') return receive(batch, server);
        if (fate === 'silent') return { kind: 'answered', reply: { taken: [] } };
        const half = delivery.reply.taken.filter((_, index) => index % 2 === 0);
        return fate === 'half' ? { kind: 'answered', reply: { taken: half } } : delivery;
      },
  );
  // Beyond the script the network is perfect; the server is the same.
  const meeting = Object.assign(script, { shift: () => Array.prototype.shift.call(script) ?? receive });
  const tabs = Array.from({ length: TABS }, () => device.tab(meeting));
  const told = new Set<number>();

  function expectNothingLost(): void {
    for (const { news } of tabs) {
      for (const { taken } of news) for (const id of taken) told.add(Number(id.slice(-12)));
    }
    for (const number of told) expect(device.server.stored.has(number)).toBe(true);
    const safe = [
      ...device.server.numbers(),
      ...device.setApart,
      ...[...device.rows.values()].map((one) => one.number),
    ];
    for (const number of device.promised) expect(safe).toContain(number);
    for (const number of device.setApart) expect(natures.get(number)).toBe('poison');
  }

  for (const { tab: index, act, natures: kinds, size } of steps) {
    const tab = tabs[index] as (typeof tabs)[number];
    if (act === 'add') {
      const from = natures.size + 1;
      kinds.forEach((nature, at) => void natures.set(from + at, nature));
      tab.sender.add(kinds.map((_, at) => parcel(from + at, 'ö'.repeat(size))));
    } else if (act === 'elapse') await tab.elapse();
    else if (act === 'moment') await aMoment();
    else if (act === 'flush') tab.sender.flush();
    else if (act === 'leave') tab.sender.flushBeforeLeaving();
    else if (act === 'kill') {
      tab.kill();
      tabs[index] = device.tab(meeting);
    } else {
      const late = stranded.shift();
      if (late !== undefined) receive(late, device.server);
    }
    expectNothingLost();
  }
  // What is handed over before leaving may meet the turn of another tab; nothing else may.
  if (!steps.some(({ act }) => act === 'leave')) expect(device.mostAtOnce).toBeLessThanOrEqual(1);

  failures.length = 0;
  for (let round = 0; round < 60; round += 1) for (const tab of tabs) await tab.elapse();
  expectNothingLost();
  for (const tab of tabs) {
    const held = tab.sender.state().pending;
    expect(held.filter((one) => is('good')(one) || is('poison')(one))).toEqual([]);
  }
  const good = [...device.promised].filter((number) => natures.get(number) === 'good');
  for (const number of good) expect(device.server.stored.has(number)).toBe(true);
  const waiting = [...device.rows.values()].filter(({ number }) => natures.get(number) === 'good');
  expect(waiting.filter(({ number }) => !device.server.stored.has(number))).toEqual([]);
}
