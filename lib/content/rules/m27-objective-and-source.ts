import { wordsNamed } from '../blocks/attribute-values';
import type { Attribute } from '../parse/attributes';
import { vignette } from './items/example';
import { itemsOf } from './items/items-of';
import type { Rule } from './rule';

const FRONT_MATTER = `---
deck: example
title: Example
objectives:
  L1: { text: Place a lesion }
sources:
  adams: { title: Adams, year: 2019 }
  notes: { title: Lecture notes }
---

`;

/**
 * What an item is for and what it rests on. A claim is only asked for where the library has a list of claims; it may stand
 * at the block, at the stem, or at any option. That a block names no objective or no source at all is told of every kind
 * of unit by F11 and F12; an item, which is marked, may not do without an objective.
 */
export const objectiveAndSource: Rule = {
  id: 'M27-objective-and-source',
  severity: 'error',
  summary:
    'Tie every item to an objective, to a claim where there is a list of them, and to a source with its year.',
  why: 'An item without objective measures nothing anybody set out to teach, and one without a dated source cannot be defended when a learner contests it.',
  ok: [FRONT_MATTER + vignette({ head: '#a obj=L1 src=adams claims=C01' })],
  notOk: [
    FRONT_MATTER + vignette({ head: '#a src=adams' }),
    FRONT_MATTER + vignette({ head: '#a obj=L1' }),
    FRONT_MATTER + vignette({ head: '#a obj=L1 src=notes' }),
  ],
  check(deck, report) {
    const hasClaims = (deck.context.claims?.size ?? 0) > 0;
    for (const { file, item } of itemsOf(deck)) {
      if (!item.block.head.readable) continue;
      const lists = [item.block.head.attributes, item.attributes];
      const span = item.kind === 'match' ? item.span : item.block.head.nameSpan;
      const named = (name: string) => wordsIn(lists, name);
      if (named('obj').length === 0)
        report(file, {
          span,
          message: 'This item serves no objective.',
          hint: 'Add `obj=` and one of the front matter.',
        });
      const sources = named('src');
      if (!sources.some((name) => deck.info?.sources?.[name]?.year !== undefined) && deck.info !== null)
        report(file, {
          span,
          message: sources.length === 0 ? 'This item names no source.' : 'No source of this item has a year.',
          hint: 'Add `src=` and a source of the front matter that has a `year:`.',
        });
      const claims = wordsIn([...lists, ...item.options.map(({ attributes }) => attributes)], 'claims');
      if (hasClaims && claims.length === 0)
        report(file, {
          span,
          message: 'This item covers no claim.',
          hint: 'Add `claims=` and the numbers it teaches.',
        });
    }
  },
};

function wordsIn(lists: readonly (readonly Attribute[])[], name: string): readonly string[] {
  return lists.flatMap((attributes) => wordsNamed(attributes, name));
}
