import type { Image, ImageReference } from 'mdast';
import { holdsWords } from '../media/holds-words';
import { type Node, spanOf } from '../parse/markdown';
import { readFigure } from '../parse/read-figure';
import type { Rule } from './rule';

/** Every picture has a description, and that of a figure does not name what the figure asks. */
export const description: Rule = {
  id: 'S20-description',
  severity: 'error',
  summary: 'Describe every picture in words, without the answers that it asks for.',
  why: 'Who cannot see the picture hears its description, and so does everybody whose picture did not load. On a figure it is read out while a part is asked.',
  ok: [
    '![Course of the facial nerve](media/cn7.svg)',
    ':::figure{#a obj=L1 src=adams}\n![Branches of a nerve](media/cn7.svg)\n\n| Mask | Label |\n|---|---|\n| `#temporal` | Temporal |\n:::',
  ],
  notOk: [
    '![](media/cn7.svg)',
    '![ ](media/face.png)',
    ':::figure{#a obj=L1 src=adams}\n![The temporal branch and others](media/cn7.svg)\n\n| Mask | Label |\n|---|---|\n| `#temporal` | Temporal |\n:::',
  ],
  check(deck, report) {
    for (const file of deck.files) {
      for (const node of file.images)
        if (altOf(node) === '')
          report(file, {
            span: spanOf(node),
            message: 'This picture has no description.',
            hint: 'Say in a few words what it shows: `![Branches of the facial nerve](media/cn7.svg)`.',
          });
      for (const block of file.blocks) {
        if (block.kind !== 'figure') continue;
        const { picture, masks } = readFigure(file.source.text, block);
        const told = masks.find(({ label }) => holdsWords(altOf(picture), label.text));
        if (picture !== null && told !== undefined)
          report(file, {
            span: spanOf(picture as Node),
            message: `This description tells the answer “${told.label.text.slice(0, 80)}”.`,
            hint: 'It is read out while the parts are asked: say what kind of picture it is.',
          });
      }
    }
  },
};

function altOf(picture: Image | ImageReference | null): string {
  return (picture?.alt ?? '').trim();
}
