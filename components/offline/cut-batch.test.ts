import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAll, cutBatch, ENVELOPE_BYTES, LEAVING_BYTES, textBytes } from './cut-batch';

const aText = fc.string({ unit: 'binary', maxLength: 300 });
const someLimits = fc.record({
  count: fc.integer({ min: 1, max: 12 }),
  bytes: fc.integer({ min: ENVELOPE_BYTES, max: ENVELOPE_BYTES + 2_000 }),
});

describe('a batch', () => {
  it('keeps both limits as it goes over the wire, unless it holds a single entry', () => {
    fc.assert(
      fc.property(fc.array(aText, { minLength: 1, maxLength: 30 }), someLimits, (texts, limits) => {
        const batch = cutBatch(
          texts.map((text) => ({ text })),
          limits,
        );
        expect(batch.length).toBeLessThanOrEqual(limits.count);
        const body = JSON.stringify({ changes: batch });
        expect(batch.length === 1 || Buffer.byteLength(body) <= limits.bytes).toBe(true);
      }),
    );
  });

  it('is as large as the limits allow', () => {
    const entry = { text: 'a'.repeat(87) };
    expect(JSON.stringify(entry)).toHaveLength(98);
    const many = Array.from({ length: 50 }, () => entry);
    expect(cutBatch(many, { count: 40, bytes: ENVELOPE_BYTES + 99 * 30 })).toHaveLength(30);
    expect(cutBatch(many, { count: 40, bytes: ENVELOPE_BYTES + 99 * 30 - 1 })).toHaveLength(29);
    expect(cutBatch(many, { count: 20, bytes: ENVELOPE_BYTES + 99 * 30 })).toHaveLength(20);
  });

  it('and those after it hold every entry once, in order', () => {
    fc.assert(
      fc.property(fc.array(aText, { maxLength: 30 }), someLimits, (texts, limits) => {
        const batches = cutAll(texts, limits);
        expect(batches.flat()).toEqual(texts);
        for (const batch of batches) expect(batch.length).toBeGreaterThan(0);
      }),
    );
  });

  it('of a hundred entries handed over on leaving stays beneath what browsers carry beyond a page', () => {
    const [first] = cutAll(
      Array.from({ length: 100 }, () => '語'.repeat(400)),
      {
        count: 100,
        bytes: LEAVING_BYTES,
      },
    );
    expect(textBytes(JSON.stringify(first))).toBeLessThan(64 * 1024);
  });
});

it('bytes are counted as they are sent, not as letters', () => {
  expect(['a', 'ä', '語', '🫀'].map(textBytes)).toEqual([1, 2, 3, 4]);
});
