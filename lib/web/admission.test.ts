import { expect, test } from 'vitest';
import { admitting } from './admission';

test('who comes when it is full is refused at once, and let in again when others have ended', async () => {
  const gates: (() => void)[] = [];
  const handler = admitting(
    2,
    (name: string) => new Promise<string>((resolve) => gates.push(() => resolve(`${name} served`))),
    () => 'refused',
  );
  const [one, two] = [handler('one'), handler('two')];
  expect(await handler('three')).toBe('refused');
  gates[0]?.();
  expect(await one).toBe('one served');
  const four = handler('four');
  for (const open of gates) open();
  expect(await Promise.all([two, four])).toEqual(['two served', 'four served']);
});

test('a request that fails gives its place back', async () => {
  const handler = admitting(
    1,
    async (fails: boolean) => {
      if (fails) throw new Error('fails');
      return 'served';
    },
    () => 'refused',
  );
  await expect(handler(true)).rejects.toThrow('fails');
  expect(await handler(false)).toBe('served');
});
