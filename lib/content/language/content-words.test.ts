import { describe, expect, test } from 'vitest';
import { contentWords } from './content-words';

describe('content words', () => {
  test('are the words of five letters and more that are no function words, by their stems', () => {
    expect([...contentWords('Damage of the **anterior** horns which damages nerves').keys()]).toEqual([
      'damag',
      'anterior',
      'horn',
      'nerv',
    ]);
  });

  test('tell where each of them stands first', () => {
    expect(contentWords('A nerve, two nerves').get('nerv')).toEqual({ text: 'nerve', start: 2, end: 7 });
  });

  test('are the same for composed and decomposed letters', () => {
    expect([...contentWords('Barré').keys()]).toEqual([...contentWords('Barre\u0301').keys()]);
  });
});
