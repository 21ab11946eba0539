import { valueNamed, wordsNamed } from '../blocks/attribute-values';
import { isUnitKind } from '../blocks/block-kinds';
import type { Heading } from '../parse/block';
import type { FileFacts } from '../parse/facts';
import { startOf } from '../parse/markdown';
import type { Rule } from './rule';

/** Tags of topics that can be shown. */
const SHOWABLE: ReadonlySet<string> = new Set(['anatomy', 'localisation', 'localization']);
/** What only a list of tags with one of them holds: most lists need no dividing. */
const MAYBE = /anatomy|locali[sz]ation/;

/** What has a place is shown at its place. Told once a section, and only as a remark: not everything can be drawn. */
export const picture: Rule = {
  id: 'F16-picture',
  severity: 'info',
  summary: 'Give a section on anatomy or localisation a picture, or a figure that asks for its parts.',
  why: 'A place is remembered by its picture more easily than by its name. Wozniak, Twenty rules (1999), rules 6 and 7.',
  ok: [
    '## Course\n\n![Course of the facial nerve](media/course.svg)\n\n:::qa{#a obj=L1 src=adams tags=anatomy}\nWhere does the facial nerve leave the skull?\n\n---\n\nStylomastoid foramen\n:::',
    ':::qa{#a obj=L1 src=adams tags=genetics}\nWhich gene is lost?\n\n---\n\nSMN1\n:::',
  ],
  notOk: [
    '## Course\n\n:::qa{#a obj=L1 src=adams tags=anatomy}\nWhere does the facial nerve leave the skull?\n\n---\n\nStylomastoid foramen\n:::',
  ],
  check(deck, report) {
    for (const file of deck.files) {
      let shown: ReadonlySet<Heading | null> | null = null;
      const told = new Set<Heading | null>();
      for (const { kind, head, heading } of file.blocks) {
        if (!isUnitKind(kind) || told.has(heading)) continue;
        if (!MAYBE.test(valueNamed(head.attributes, 'tags') ?? '')) continue;
        if (!wordsNamed(head.attributes, 'tags').some((tag) => SHOWABLE.has(tag))) continue;
        shown ??= sectionsWithPicture(file);
        if (shown.has(heading)) continue;
        told.add(heading);
        report(file, {
          span: head.nameSpan,
          message: 'This could be shown: its section has no picture.',
          hint: 'Add `![…](media/….svg)` or a `:::figure` to the section.',
        });
      }
    }
  },
};

function sectionsWithPicture(file: FileFacts): ReadonlySet<Heading | null> {
  const shown = new Set<Heading | null>();
  for (const { kind, heading } of file.blocks) if (kind === 'figure') shown.add(heading);
  for (const image of file.images) {
    const above = file.headings.filter(({ span }) => span.start < startOf(image));
    shown.add(above.at(-1) ?? null);
  }
  return shown;
}
