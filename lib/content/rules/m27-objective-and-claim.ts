import { wordsNamed } from '../blocks/attribute-values';
import type { Attribute } from '../parse/attributes';
import { match, vignette } from './items/example';
import { itemsOf } from './items/items-of';
import type { Rule } from './rule';

/**
 * What an item is for. Its source and the year of it are asked by F12, as of every unit; an objective, which a card may do
 * without (F11), an item may not, since results are told by objective. Claims are asked only where there is a list of
 * them, and may stand at the block, at a stem or at any option.
 */
export const objectiveAndClaim: Rule = {
  id: 'M27-objective-and-claim',
  severity: 'error',
  summary: 'Tie every item to an objective, and to a claim where the library has a list of claims.',
  why: 'An item without objective measures nothing that anybody set out to teach, and its result counts for nothing in a report.',
  ok: [vignette({ head: '#a obj=L1 src=adams claims=C01' })],
  notOk: [
    vignette({ head: '#a src=adams claims=C01' }),
    vignette({ head: '#a obj=L1 src=adams' }),
    match(
      'For each patient, choose the site of the lesion.',
      ['Anterior horn', 'Brainstem', 'Cortex', 'Dorsal root', 'Muscle', 'Nerve'],
      ['Wasting, fasciculations, normal sensation. {#horn key=A}'],
    ).replace(' obj=L1', ''),
  ],
  check(deck, report) {
    const hasClaims = (deck.context.claims?.size ?? 0) > 0;
    const known = Object.keys(deck.info?.objectives ?? {});
    for (const { file, item } of itemsOf(deck)) {
      if (!item.block.head.readable) continue;
      const lists = [item.block.head.attributes, item.attributes];
      const span = item.kind === 'match' ? item.span : item.block.head.nameSpan;
      if (isUnnamed(lists, 'obj'))
        report(file, {
          span,
          message: 'This item serves no objective.',
          hint: `Add \`obj=${known[0] ?? 'LMN-1'}\`, an objective of the front matter.`,
        });
      if (hasClaims && isUnnamed([...lists, ...item.options.map(({ attributes }) => attributes)], 'claims'))
        report(file, {
          span,
          message: 'This item covers no claim.',
          hint: 'Add `claims=` and the numbers of the claims it teaches; what is new is first added to `claims.yaml`.',
        });
    }
  },
};

function isUnnamed(lists: readonly (readonly Attribute[])[], name: string): boolean {
  return lists.every((attributes) => wordsNamed(attributes, name).length === 0);
}
