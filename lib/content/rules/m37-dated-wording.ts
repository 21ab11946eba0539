import { valueNamed } from '../blocks/attribute-values';
import { type LocatedText, locatedText } from '../language/located-text';
import { phraseFinder } from '../language/phrases';
import { vignette } from './items/example';
import { englishItemsOf, type ItemText } from './items/items-of';
import type { Rule } from './rule';

const findDated = phraseFinder([
  ...[
    'currently',
    'latest',
    'new drug',
    'new drugs',
    'endemic',
    'approved',
    'newly approved',
    'to date',
    'nowadays',
  ],
  ...[
    'recent guideline',
    'recent guidelines',
    'recent trial',
    'recent trials',
    'recent study',
    'recent studies',
  ],
  ...[
    'now recommended',
    'now available',
    'now approved',
    'now preferred',
    'now the standard',
    'now first-line',
  ],
]);

/**
 * Words whose truth ends. The stem is left out: there "now", "recent" and "currently" belong to the patient, whose story
 * stays true. For the same reason a bare "now" or "recent" of the catalogue only counts before what guidelines change.
 */
export const datedWording: Rule = {
  id: 'M37-dated-wording',
  severity: 'warning',
  summary: 'Date what will change: give an item that speaks of current practice an `asOf`.',
  why: 'What is approved, endemic or latest today is a mistake in some year, and nobody knows in which one unless a date says when it was true.',
  ok: [
    vignette({
      head: '#a obj=L1 src=adams asOf=2025-10-01',
      keyPoint: 'The drug is approved from birth on.',
    }),
    vignette({ stem: 'A 4-year-old girl now drags a leg after a recent cold and is currently at school.' }),
  ],
  notOk: [
    vignette({ keyPoint: 'The drug is approved from birth on.' }),
    vignette({ options: ['*Anterior horn\n  > Wild virus is endemic in two countries.', 'Nerve', 'Root'] }),
  ],
  check(deck, report) {
    for (const item of englishItemsOf(deck)) {
      const lists = [item.item.block.head.attributes, item.item.attributes];
      if (lists.some((attributes) => valueNamed(attributes, 'asOf') !== null)) continue;
      for (const text of textsOf(item))
        for (const { text: word, start, end } of findDated(text.text))
          report(item.file, {
            span: text.spanOf(start, end),
            message: `“${word}” is true only for a time.`,
            hint: 'Add `asOf=2026-01-31`, the day by which it was true, and `reviewBy=`; or say it without a date.',
          });
    }
  },
};

function textsOf({ file, item, firstOfSet, leadIn, options }: ItemText): readonly LocatedText[] {
  const source = file.source.text;
  const own = [locatedText(item.rationale, source)];
  if (!firstOfSet) return own;
  const said = options.map(({ option }) => locatedText(option.rationale, source));
  return [leadIn, ...options, ...said, ...own, locatedText(item.keyPoint ?? [], source)];
}
