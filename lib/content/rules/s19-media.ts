import { addressOf } from '../parse/address-of';
import { spanOf } from '../parse/markdown';
import { mediaAddress } from '../render/addresses';
import type { Rule } from './rule';

/** Every media file that is shown can be read, is within the limits, and holds nothing that runs or tells too much. */
export const media: Rule = {
  id: 'S19-media',
  severity: 'error',
  summary: 'Show only drawings and photographs that are safe to set into a page.',
  why: 'A drawing can run scripts and load from elsewhere, a photograph can tell where it was taken and of whom. Learners’ browsers must never meet either.',
  ok: ['![Facial nerve](media/cn7.svg)', '![A face](media/face.png)'],
  notOk: [
    '![Facial nerve](media/script.svg)',
    '![Facial nerve](media/no-view.svg)',
    '![A face](media/exif.jpg)',
    '![A face](media/notes.txt)',
  ],
  check(deck, report) {
    const told = new Set<string>();
    for (const file of deck.files)
      for (const node of [...file.images, ...file.links]) {
        const name = mediaAddress(addressOf(file, node))?.name ?? '';
        const read = deck.media?.get(name);
        if (read === undefined || told.has(name)) continue;
        told.add(name);
        for (const { line, message, hint } of read.problems) {
          const place = line === null ? `media/${name}` : `media/${name}:${line}`;
          report(file, { span: spanOf(node), message: `${place}: ${message}`, hint });
        }
      }
  },
};
