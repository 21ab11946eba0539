import { expect, it } from 'vitest';
import type { CardUid } from '@/lib/base/ids';
import type { CardFaces } from '@/lib/content/place-figures';
import { picturesOn } from './keep-files';

it('finds each picture on the cards once, wherever it stands', () => {
  const [one, two] = [`/media/${'0a'.repeat(32)}.png`, `/media/${'0b'.repeat(32)}.webp`];
  const face = {
    frontHtml: `<img src="${one}">`,
    backHtml: `<p>${two}</p><img src="${one}">`,
    extraHtml: null,
  };
  const faces = { card: face } as unknown as CardFaces['faces'];
  expect(picturesOn(faces)).toEqual([one, two]);
  expect(
    picturesOn({
      ['none' as CardUid]: { ...face, frontHtml: '', backHtml: '' },
    } as unknown as CardFaces['faces']),
  ).toEqual([]);
});
