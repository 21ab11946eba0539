import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { MAX_CHANGES, MAX_CHANGES_BYTES } from './change-limits';
import { MAX_ITEMS, SentChange, SentChanges } from './inputs';

describe('the largest batch of changes that is promised to be taken', () => {
  const base = () => ({ id: v7(), slot: MAX_ITEMS - 1, rev: 2_000_000_000, madeAt: Date.UTC(2099, 11, 31) });
  const ranges = Array.from({ length: 100 }, (_, index) => [99_000 + 2 * index, 99_001 + 2 * index]);

  it.each([
    ['full notes', { kind: 'note', text: 'n'.repeat(2_000) }],
    ['full notes in signs of three bytes', { kind: 'note', text: '漢'.repeat(2_000) }],
    ['full notes in signs that JSON escapes', { kind: 'note', text: '\u0001'.repeat(2_000) }],
    ['full notes in halves of signs', { kind: 'note', text: '\ud83d'.repeat(2_000) }],
    ['as many marks as there may be', { kind: 'highlight', ranges }],
  ])('fits in the bytes that are read, of %s', (_, what) => {
    const changes = Array.from({ length: MAX_CHANGES }, () => ({ ...base(), ...what }));
    const body = JSON.stringify({ changes });
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(MAX_CHANGES_BYTES);
    const read = SentChanges.parse(JSON.parse(body));
    expect(read.changes.every((change) => SentChange.safeParse(change).success)).toBe(true);
  });
});
