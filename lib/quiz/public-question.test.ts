import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CardUid } from '@/lib/base/ids';
import { buildItems } from '@/lib/content/blocks/build-items';
import { ALONE } from '@/lib/content/context';
import type { CompiledItem } from '@/lib/content/model';
import { readDeck } from '@/lib/content/parse/read-deck';
import { compiledVignette, SECRET } from '@/lib/testing/compiled-vignette';
import type { Explanation } from './model';
import { type ExplanationContext, explanationOf, publicQuestion, setNameOf } from './public-question';
import { rulingOf } from './score';

const PLACE = { slot: 3, deck: 'polio', language: 'en' };
const aLetter = fc.constantFrom('A', 'B', 'C', 'D', 'E');

describe('a question as the browser has it before it is answered', () => {
  it('Q12 holds no key, rationale, key point, clue or name that tells the concept', () => {
    fc.assert(
      fc.property(aLetter, (right) => {
        const text = JSON.stringify(publicQuestion(compiledVignette(right), PLACE));
        expect(text).not.toContain(SECRET);
        expect(text).not.toMatch(/isKey|rationale|keyPoint|answerHash|contentHash|memoryKey|confusable/);
      }),
    );
  });

  it('Q12 is the same whichever option is the key', () => {
    fc.assert(
      fc.property(aLetter, aLetter, (one, other) => {
        expect(publicQuestion(compiledVignette(one), PLACE)).toEqual(
          publicQuestion(compiledVignette(other), PLACE),
        );
      }),
    );
  });

  it('Q12 is the same whichever option the author marks, from the source on', () => {
    const asked = ['A', 'B', 'C', 'D', 'E'].map((right) =>
      JSON.stringify(publicQuestion(compiled(right), PLACE)),
    );
    expect(new Set(asked).size).toBe(1);
    expect(asked[0]).not.toContain(SECRET);
    expect(asked[0]).toContain('A girl limps.');
  });

  it('shows letters by place, and keeps the letters that answers are stored under', () => {
    const item = compiledVignette('B');
    const moved = { ...item, options: item.options.toReversed() };
    const { options } = publicQuestion(moved, PLACE);
    expect(options.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(options.map(({ key }) => key)).toEqual(['E', 'D', 'C', 'B', 'A']);
    expect(options[4]).toEqual({ key: 'A', letter: 'E', html: 'Anterior horn' });
  });

  it('names its set where it is a stem of a match', () => {
    expect(publicQuestion(compiledVignette('B', { kind: 'match', unit: 'where' }), PLACE).setName).toBe(
      'polio/where',
    );
    expect(setNameOf({ kind: 'vignette', unit: 'polio-01', deck: 'polio' })).toBeNull();
  });
});

describe('the explanation of an item', () => {
  const links: Explanation['links'] = [
    { cardUid: 'card' as CardUid, deck: 'polio', unit: 'horn', title: 'The horn', standing: 'pulled' },
  ];
  const context: ExplanationContext = {
    slot: 3,
    ruling: rulingOf(compiledVignette('B'), null),
    concept: 'Where the lesion sits',
    links,
    notesHref: '/decks/polio#site',
    peers: null,
    sources: { adams: { title: 'Adams', year: 2019 } },
    objectives: { site: { text: 'Localise' } },
  };

  it('tells the key, why each option is right or wrong, and where it comes from', () => {
    const item = compiledVignette('B');
    expect(explanationOf(item, context)).toEqual({
      slot: 3,
      keys: ['B'],
      voided: false,
      options: item.options.map(({ letter, rationaleHtml }) => ({ key: letter, rationaleHtml })),
      rationaleHtml: null,
      keyPointHtml: item.keyPointHtml,
      extraHtml: item.extraHtml,
      sources: [{ title: 'Adams', url: null, locator: null, year: 2019 }],
      objectives: [{ id: 'site', text: 'Localise' }],
      asOf: '2026-01-31',
      concept: 'Where the lesion sits',
      links,
      notesHref: '/decks/polio#site',
      peers: null,
    });
  });

  it('Q10 tells the key that counts now', () => {
    const item = compiledVignette('B');
    expect(explanationOf(item, { ...context, ruling: rulingOf(item, ['C', 'D']) })).toMatchObject({
      keys: ['C', 'D'],
      voided: false,
    });
  });

  it('Q11 tells that an item was voided, and no key', () => {
    const item = compiledVignette('B');
    expect(explanationOf(item, { ...context, ruling: rulingOf(item, []) })).toMatchObject({
      keys: [],
      voided: true,
    });
  });
});

/** The same vignette from its source, with another option marked as the key. */
function compiled(right: string): CompiledItem {
  const options = ['Anterior horn', 'Dorsal root', 'Motor end plate', 'Muscle', 'Nerve'].map(
    (site, index) => {
      const letter = 'ABCDE'[index];
      const mark = letter === right ? 'x' : ' ';
      return `- [${mark}] **${letter}.** ${site} {clues="${SECRET} limps"}\n  > ${SECRET}: why or why not, in a sentence.`;
    },
  );
  const text = `---
deck: polio
title: Polio
objectives: { L1: { text: Localise } }
sources: { adams: { title: Adams, year: 2019 } }
groups: { ${SECRET}: { concept: ${SECRET} } }
---

:::vignette{#${SECRET}-01 obj=L1 src=adams group=${SECRET} tags=${SECRET}}
A girl limps.

**Which site is most likely damaged?**

${options.join('\n')}

**Key point:** ${SECRET} in words.
:::`;
  const facts = readDeck([{ path: 'deck.md', text }], ALONE);
  const [item] = facts.info === null ? [] : buildItems(facts, facts.info);
  if (item === undefined || item.options.find(({ isKey }) => isKey)?.letter !== right) {
    throw new Error('The vignette was not compiled as meant.');
  }
  return item;
}
