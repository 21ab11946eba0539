import { describe, expect, test } from 'vitest';
import { compileDeck } from '../compile-deck';
import { ALONE, type CompileContext } from '../context';
import { deckOf } from '../golden/deck-text';

const LIBRARY: CompileContext = {
  ...ALONE,
  anchors: new Map([['facial-palsy', new Set(['fac-site', 'fac-closure'])]]),
};

function told(links: string, context: CompileContext): readonly string[] {
  const vignette = `:::vignette{#a obj=L1 src=adams links="${links}"}\nA girl limps.\n\n**Which site?**\n\n- [ ] **A.** Root\n- [x] **B.** Horn\n\n**Key point:** Motor.\n:::`;
  return compileDeck(deckOf(vignette), context)
    .diagnostics.filter(({ ruleId }) => ruleId === 'S12-dangling-reference')
    .map(({ column, endColumn, message, hint }) => `${column}-${endColumn} ${message} ${hint}`);
}

describe('the cards behind a case', () => {
  test.each([
    { links: 'a example/a facial-palsy/fac-site', found: [] },
    {
      links: 'a facial-palsy/fac-sight',
      found: ['42-64 There is no unit `fac-sight` in the deck `facial-palsy`. Did you mean `fac-site`?'],
    },
    {
      links: 'facial-palsi/fac-site',
      found: ['40-61 There is no deck `facial-palsi`. Did you mean `facial-palsy`?'],
    },
    { links: 'a b', found: ['42-43 There is no unit `b` in this deck. Did you mean `a`?'] },
  ])('are looked for in all decks where these are known: $links', ({ links, found }) => {
    expect(told(links, LIBRARY)).toEqual(found);
  });

  test('in other decks count as found where these are not known', () => {
    expect(told('facial-palsy/nowhere gone/lost', ALONE)).toEqual([]);
  });

  test('in the deck itself are looked for in any case', () => {
    expect(told('example/lost', ALONE)).toHaveLength(1);
  });
});
