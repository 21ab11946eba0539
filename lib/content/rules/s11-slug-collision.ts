import { valueNamed } from '../blocks/attribute-values';
import { ID_GRAMMAR, isId } from '../identity';
import type { DeckFacts, SectionFacts, Unit } from '../parse/facts';
import { RESERVED_ANCHORS } from '../parse/read-sections';
import { reportCells } from './cell-problems';
import type { Report, Rule } from './rule';

/** Anchors of sections and ids of units share one page, and names of groups one bank of cases, so each stands once. */
export const slugCollision: Rule = {
  id: 'S11-slug-collision',
  severity: 'error',
  summary:
    'Give each section an anchor that no other section or unit has, each row and column of a table its own name, and no vignette the name of a group.',
  why: 'Sections and units share one page: with one name for two of them, a link leads to whichever comes first. A vignette with the name of a group would share its memory.',
  ok: [
    '## Tone\n\n## Reflexes\n',
    '## Tests {#tests-polio}\n\n## Tests {#tests-sma}\n',
    ':::table{#a obj=L1 src=adams}\n| Sign | LMN |\n|---|---|\n| Tone | Low |\n| Tone {#tone-2} | High |\n:::',
  ],
  notOk: [
    '## Tests\n\n## Tests\n',
    '## Tests {#tests}\n\n## More {#tests}\n',
    '## Tone {#a}\n\n:::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::',
    '## Tone {#Tone}\n',
    '## Tone {#main}\n',
    '---\ndeck: example\ntitle: Example\ngroups:\n  polio: { concept: Where }\n---\n\n:::vignette{#polio obj=L1 src=adams}\nA girl.\n:::',
    ':::table{#a obj=L1 src=adams}\n| Sign | LMN |\n|---|---|\n| Tone | Low |\n| *Tone* | High |\n:::',
    ':::table{#a obj=L1 src=adams}\n| Sign | LMN | lmn |\n|---|---|---|\n| Tone | Low | High |\n:::',
  ],
  check(deck, report) {
    reportCells(deck, 'S11', report);
    for (const { file, heading, collides } of deck.sections) {
      const id = heading.attributes.find(({ name }) => name === 'id');
      const span = id?.span ?? heading.span;
      if (id !== undefined && (!isId(id.value) || RESERVED_ANCHORS.has(id.value))) {
        const why = isId(id.value) ? 'the page uses that name itself' : `ids are ${ID_GRAMMAR}`;
        report(file, {
          span,
          message: `\`${id.value.slice(0, 100)}\` cannot be an anchor: ${why}.`,
          hint: 'Choose another.',
        });
      }
      if (collides === null) continue;
      const message = `This heading's anchor is taken by ${placeOf(collides)}.`;
      // Two headings of the same words do no harm but to links; a name the author gave twice is a mistake.
      const severity = id === undefined && 'heading' in collides ? 'warning' : 'error';
      report(file, { span, message, hint: 'Give it its own: `## Heading {#anchor}`.' }, severity);
    }
    checkGroups(deck, report);
  },
};

/** The variants of a group share one memory under the group's name, and a vignette alone has one under its id. */
function checkGroups(deck: DeckFacts, report: Report): void {
  const groups = deck.info?.groups ?? {};
  for (const file of deck.files)
    for (const { kind, block } of file.itemSets) {
      if (kind !== 'vignette' || block.id === null || !Object.hasOwn(groups, block.id.value)) continue;
      if (valueNamed(block.head.attributes, 'group') === block.id.value) continue;
      report(file, {
        span: block.id.span,
        message: `\`${block.id.value}\` is the name of a group, to which this vignette does not belong.`,
        hint: `Give it another id, or add \`group=${block.id.value}\`.`,
      });
    }
}

function placeOf(other: SectionFacts | Unit): string {
  const span = 'heading' in other ? other.heading.span : other.block.span;
  const what = 'heading' in other ? 'the heading' : 'the block';
  return `${what} at ${other.file.path}:${other.file.rangeOf(span).line}`;
}
