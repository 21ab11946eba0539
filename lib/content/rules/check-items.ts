import { nearest } from '@/lib/base/nearest';
import type { Attribute } from '../parse/attributes';
import type { DeckFacts, FileFacts } from '../parse/facts';
import type { ItemSet } from '../parse/item';
import { checkNames, namedIn } from './check-names';
import type { Report } from './rule';

/** Reports what the vignettes and matches of a file refer to that there is not: groups, units, letters, names of stems. */
export function checkItems(deck: DeckFacts, file: FileFacts, report: Report): void {
  for (const set of file.itemSets) {
    const lists = [set.block.head.attributes, ...set.items.map(({ attributes }) => attributes)];
    for (const attributes of lists)
      for (const attribute of attributes)
        if (attribute.name === 'links') checkLinks(deck, file, attribute, report);
    checkKeys(file, set, report);
    if (deck.info === null) continue;
    const { groups = {}, objectives = {}, sources = {} } = deck.info;
    checkNames(file, set.block.head.attributes, 'group', groups, 'group', report);
    for (const { attributes } of set.options)
      checkNames(file, attributes, 'confusable', groups, 'group', report);
    for (const { attributes } of set.items) {
      checkNames(file, attributes, 'obj', objectives, 'objective', report);
      checkNames(file, attributes, 'src', sources, 'source', report);
    }
  }
}

/** A unit of another deck is looked for where the neighbours are known. */
function checkLinks(deck: DeckFacts, file: FileFacts, attribute: Attribute, report: Report): void {
  for (const { word, span } of namedIn(file, attribute)) {
    const [first = '', second] = word.split('/');
    const other = second === undefined || first === deck.info?.deck ? null : first;
    const unit = second ?? first;
    const units = other === null ? deck.units : deck.context.anchors?.get(other);
    if (units?.has(unit) || (other !== null && deck.context.anchors === null)) continue;
    if (units === undefined) {
      const close = nearest(other ?? '', deck.context.anchors?.keys() ?? []);
      const hint = close === null ? 'Link the id of a unit of this deck.' : `Did you mean \`${close}\`?`;
      report(file, { span, message: `There is no deck \`${other}\`.`, hint });
      continue;
    }
    const close = nearest(unit, units.keys());
    report(file, {
      span,
      message: `There is no unit \`${unit}\` in ${other === null ? 'this deck' : `the deck \`${other}\``}.`,
      hint: close === null ? 'Link the ids of the cards behind the case.' : `Did you mean \`${close}\`?`,
    });
  }
}

/** The stems of a match name their key by its letter. */
function checkKeys(file: FileFacts, set: ItemSet, report: Report): void {
  const letters = set.options.map(({ letter }) => letter).filter((letter) => letter !== '');
  if (letters.length === 0) return;
  for (const { attributes } of set.items)
    for (const attribute of attributes) {
      if (attribute.name !== 'key') continue;
      for (const { word, span } of namedIn(file, attribute))
        if (!letters.includes(word))
          report(file, {
            span,
            message: `No option has the letter \`${word.slice(0, 60)}\`.`,
            hint: letters.includes(word.toUpperCase())
              ? `Did you mean \`${word.toUpperCase()}\`?`
              : `The letters of this set are ${letters.join(', ')}.`,
          });
    }
}
