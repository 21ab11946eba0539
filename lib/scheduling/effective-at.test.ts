import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, EARLIEST_AT, HOUR_MS, LATEST_AT, MINUTE_MS } from '@/lib/base/time';
import { effectiveAt } from './effective-at';

const NOW = Date.UTC(2026, 5, 15, 12);
const YEAR_MS = 365 * DAY_MS;

describe('the effective instant', () => {
  // `answered` and `sent` are what the device's clock read, as distances from the server's clock at receipt.
  it.each([
    { caption: 'right clock', answered: -10_000, sent: 0, effective: -10_000 },
    { caption: 'slightly wrong clock is believed', answered: -240_000, sent: -230_000, effective: -240_000 },
    {
      caption: 'exactly five minutes off is believed',
      answered: -310_000,
      sent: -300_000,
      effective: -310_000,
    },
    {
      caption: 'over five minutes slow is put right',
      answered: -311_001,
      sent: -300_001,
      effective: -11_000,
    },
    { caption: 'an hour fast is put right', answered: HOUR_MS - 20_000, sent: HOUR_MS, effective: -20_000 },
    { caption: 'T01 forty days slow', answered: -40 * DAY_MS - 5_000, sent: -40 * DAY_MS, effective: -5_000 },
    {
      caption: 'T02 fifty years fast',
      answered: 50 * YEAR_MS - 5_000,
      sent: 50 * YEAR_MS,
      effective: -5_000,
    },
    {
      caption: 'T02 fast when answered, right when sent',
      answered: 50 * YEAR_MS,
      sent: 0,
      effective: 5 * MINUTE_MS,
    },
    { caption: 'late by thirty days, clock right', answered: -30 * DAY_MS, sent: 0, effective: -30 * DAY_MS },
    { caption: 'before there was a card', answered: -3 * YEAR_MS, sent: 0, effective: -YEAR_MS },
  ])('$caption: $answered ms and sent $sent ms from now counts as $effective ms from now', (row) => {
    const clocks = {
      answeredAt: NOW + row.answered,
      sentAt: NOW + row.sent,
      receivedAt: NOW,
      notBefore: NOW - YEAR_MS,
    };
    expect(effectiveAt(clocks)).toBe(NOW + row.effective);
  });

  it('T01–T03 lies between the card’s making and five minutes after receipt, in whole milliseconds', () => {
    const wild = fc.oneof(
      fc.integer({ min: EARLIEST_AT, max: LATEST_AT - 1 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: EARLIEST_AT, max: LATEST_AT - 1 }),
        wild,
        fc.nat(5 * YEAR_MS),
        (answeredAt, sentAt, age) => {
          const at = effectiveAt({ answeredAt, sentAt, receivedAt: NOW, notBefore: NOW - age });
          expect(Number.isSafeInteger(at)).toBe(true);
          expect(at).toBeGreaterThanOrEqual(NOW - age);
          expect(at).toBeLessThanOrEqual(NOW + 5 * MINUTE_MS);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('keeps the order and the distance of answers sent together, whatever the device’s clock', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -40 * YEAR_MS, max: 40 * YEAR_MS }),
        fc.nat(DAY_MS),
        fc.nat(DAY_MS),
        (off, ago, apart) => {
          const at = (before: number) =>
            effectiveAt({
              answeredAt: NOW + off - before,
              sentAt: NOW + off,
              receivedAt: NOW,
              notBefore: NOW - YEAR_MS,
            });
          fc.pre(Math.abs(off) > 5 * MINUTE_MS || off === 0);
          expect(at(ago) - at(ago + apart)).toBe(apart);
        },
      ),
    );
  });

  it('does not depend on when it was received while the clock is believed', () => {
    const at = (receivedAt: number) =>
      effectiveAt({ answeredAt: NOW, sentAt: receivedAt, receivedAt, notBefore: NOW - DAY_MS });
    expect(at(NOW + 1)).toBe(at(NOW + 90 * DAY_MS));
  });
});
