import fc from 'fast-check';
import type { RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { ALONE } from '../context';
import { authoredCase } from '../golden/authored-case';
import { FRONT_MATTER } from '../golden/deck-text';
import { plainText } from '../render/plain-text';
import type { FileFacts } from './facts';
import type { ItemSet } from './item';
import { readDeck } from './read-deck';
import type { Span } from './span';

describe('a case', () => {
  test('loses no word, however it is written: each is read, or is told of at its place', () => {
    fc.assert(
      fc.property(authoredCase, ({ text, words }) => {
        const [file] = readDeck([{ path: 'deck.md', text: FRONT_MATTER + text }], ALONE).files;
        const source = file?.source.text ?? '';
        const told = (file?.itemSets ?? []).flatMap(toldOf).map(({ start, end }) => source.slice(start, end));
        const known = [...(file?.itemSets ?? []).map(readIn), ...told, notOfCases(file)].join('\n');
        // A match without stems asks nothing: the whole of it is told.
        if (file?.itemSets.some(({ items }) => items.length === 0)) return;
        for (const word of words) expect(known).toContain(word);
      }),
      { numRuns: 500 },
    );
  });
});

/** All that the items of a set say. */
function readIn({ leadIn, options, items, keyPoint, extra }: ItemSet): string {
  const said = (nodes: readonly RootContent[] | null) => plainText(nodes ?? []);
  const attributes = [...options, ...items].flatMap((one) => one.attributes.map(({ value }) => value));
  return [
    leadIn?.text,
    ...options.map((option) => `${option.text} ${said(option.rationale)}`),
    ...items.map((item) => `${said(item.stem)} ${said(item.rationale)}`),
    said(keyPoint),
    said(extra),
    ...attributes,
  ].join('\n');
}

function toldOf({ problems, options, items }: ItemSet): readonly Span[] {
  return [
    ...problems,
    ...options.flatMap((one) => one.problems),
    ...items.flatMap((one) => one.problems),
  ].map(({ span }) => span);
}

/** What stands in other blocks, in comments and in HTML, which is told elsewhere. */
function notOfCases(file: FileFacts | undefined): string {
  const others = file?.blocks
    .filter(({ kind }) => kind === 'note')
    .map(({ children }) => plainText(children));
  const html = file?.html.map(({ value }) => value);
  const prose = plainText(file?.prose ?? []);
  return [...(others ?? []), ...(html ?? []), prose].join('\n');
}
