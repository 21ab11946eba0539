import type { Attribute } from '../parse/attributes';
import type { FileFacts } from '../parse/facts';

/** Every `claims=` of a file: of its blocks, and of the options and stems of its cases. */
export function claimsNamed(file: FileFacts): readonly Attribute[] {
  const found: Attribute[] = [];
  const look = (attributes: readonly Attribute[]) => {
    for (const attribute of attributes) if (attribute.name === 'claims') found.push(attribute);
  };
  for (const { head } of file.blocks) look(head.attributes);
  for (const { options, items } of file.itemSets) {
    for (const option of options) look(option.attributes);
    for (const item of items) look(item.attributes);
  }
  return found;
}
