import { expect, it } from 'vitest';
import { BlockRequest } from './inputs';
import { PRESETS } from './presets';

it.each(PRESETS)('$title can be asked for as they are', ({ count, mode, timing }) => {
  const request = { id: '0197a000-0000-7000-8000-000000000001', decks: [], objectives: [], filter: 'all' };
  expect(BlockRequest.safeParse({ ...request, count, mode, timing }).success).toBe(true);
});

it('gives ninety seconds for each item of an examination, and no limit with a tutor', () => {
  const pace = PRESETS.map(({ count, timing }) => (timing.kind === 'block' ? timing.ms / count : null));
  expect(pace).toEqual([90_000, 90_000, null]);
});
