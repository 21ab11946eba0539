import type { Image, ImageReference } from 'mdast';
import { contentWords } from '../language/content-words';
import { spanOf } from '../parse/markdown';
import { walk } from '../parse/walk';
import { vignette } from './items/example';
import { englishItemsOf } from './items/items-of';
import type { Rule } from './rule';

/** The description of a picture says what is seen, to those who cannot see it, and not what it means. */
export const pictureTells: Rule = {
  id: 'M36-picture-tells',
  severity: 'info',
  summary: 'Describe what a picture of the stem shows, without the words of the right option.',
  why: 'Without a description those who listen cannot answer; with the key in it they need not think (WCAG 1.1.1, exception for tests).',
  ok: [
    vignette({
      stem: 'A 4-year-old girl.\n\n![Face with one flat forehead](media/face.svg)',
      options: ['*Parotid gland', 'Pons', 'Stapedius'],
    }),
  ],
  notOk: [
    vignette({ stem: 'A 4-year-old girl.\n\n![](media/face.svg)' }),
    vignette({
      stem: 'A 4-year-old girl.\n\n![Tumor of the parotid](media/face.svg)',
      options: ['*Parotid gland', 'Pons', 'Stapedius'],
    }),
  ],
  check(deck, report) {
    for (const { file, stemNodes, key } of englishItemsOf(deck)) {
      const pictures: (Image | ImageReference)[] = [];
      walk(stemNodes, (node) => {
        if (node.type === 'image' || node.type === 'imageReference') pictures.push(node);
      });
      for (const picture of pictures) {
        const description = picture.alt ?? '';
        const words = contentWords(description);
        const told = [...(key?.contentWords ?? [])].find(([root]) => words.has(root));
        const span = spanOf(picture);
        if (description.trim() === '')
          report(file, {
            span,
            message: 'This picture has no description.',
            hint: 'Say in its brackets what is to be seen: `![Face with one flat forehead](…)`.',
          });
        else if (told !== undefined)
          report(file, {
            span,
            message: `The description of this picture gives the key away: “${told[1].text}”.`,
            hint: 'Describe what is seen and leave out what it means.',
          });
      }
    }
  },
};
