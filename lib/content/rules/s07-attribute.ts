import { nearest } from '@/lib/base/nearest';
import { valueNamed } from '../blocks/attribute-values';
import {
  ANSWER_ATTRIBUTES,
  type AttributeTable,
  BLOCK_KINDS,
  DELETION_ATTRIBUTES,
  HEADING_ATTRIBUTES,
  NAME_ATTRIBUTES,
  OPTION_ATTRIBUTES,
  STEM_ATTRIBUTES,
  WIDGET_ATTRIBUTES,
} from '../blocks/block-kinds';
import type { Attribute } from '../parse/attributes';
import type { Block } from '../parse/block';
import type { FileFacts } from '../parse/facts';
import type { Cell } from '../parse/grid';
import { readFigure } from '../parse/read-figure';
import { readTable } from '../parse/read-table';
import type { Problem } from '../parse/span';
import type { Report, Rule } from './rule';

/** Attributes that are unknown, given twice, unreadable, or whose value says nothing. */
export const attribute: Rule = {
  id: 'S07-attribute',
  severity: 'error',
  summary: 'Use the attributes that a block knows, each once, with a value that means something.',
  why: 'A misspelt attribute would silently do nothing, and of one that is given twice only one would hold.',
  ok: [
    ':::qa{#a dir=both back="Which?" obj="L1" src=adams tags="tone exam" rev=2 asOf=2025-10-01}\nQ?\n\n---\n\nA\n:::',
    ':::cloze{#a obj=L1 src=adams}\nTone is :c1[lower]{hint="up or down" accept="low; \\"less\\""} here.\n:::',
    '## Tone {#tone-section}',
    ':::vignette{#a group=site obj=L1 src=adams links="tone facial-palsy/fac-site" order="logical craniocaudal" bloom=apply}\nA girl.\n\n**Which?**\n\n- [ ] **A.** Root {claims=C10 confusable=gbs-site}\n- [x] **B.** Horn {pin clues="areflexia"}\n:::',
    ':::match{#a obj=L1 src=adams}\n**For each, choose.**\n\n- **A.** Root\n\n1. One. {#x key=A tags=hard asOf=2025-10-01 was=old-x}\n:::',
    ':::note{#a asOf=2025-10-01 reviewBy=2026-04-01 src=adams}\nTwo countries.\n:::\n\n::widget{name=facial-palsy-face}',
    ':::table{#a key=sign ask="umn lmn" obj=L1 src=adams}\n| Sign | UMN | LMN {#lmn was=peripheral} |\n|---|---|---|\n| Tone {#tone was=size} | High | Low {accept=reduced} |\n:::',
  ],
  notOk: [
    ':::qa{#a objective=L1 src=adams}\nQ?\n\n---\n\nA\n:::',
    ':::qa{#a obj=L1 source=adams}\nQ?\n\n---\n\nA\n:::',
    ':::qa{#a obj=L1 src=adams src=adams}\nQ?\n\n---\n\nA\n:::',
    ':::qa{#a obj=L1 src=adams dir=sideways}\nQ?\n\n---\n\nA\n:::',
    ':::qa{#a obj=L1 src=adams\ntags="x"}\nQ?\n\n---\n\nA\n:::',
    ':::qa{#a obj=L1 src=adams asOf=2025-02-30}\nQ?\n\n---\n\nA\n:::',
    ':::qa{#a obj=L1 src=adams accept="x"}\nQ?\n\n---\n\nA\n:::',
    ':::qa{#a obj=L1 src="adams}\nQ?\n\n---\n\nA\n:::',
    ':::cloze{#a obj=L1 src=adams}\nTone is :c1[lower]{hnt="up or down"} here.\n:::',
    '## Tone {#tone obj=L1}',
    ':::vignette{#a obj=L1 src=adams order=craniocaudal}\nA girl.\n:::',
    ':::vignette{#a obj=L1 src=adams type=in}\nA girl.\n:::',
    ':::vignette{#a obj=L1 src=adams}\nA girl.\n\n**Which?**\n\n- [ ] **A.** Root {claim=C10}\n:::',
    ':::vignette{#a obj=L1 src=adams}\nA girl.\n\n**Which?**\n\n- [ ] **A.** Root {pin=last}\n:::',
    ':::match{#a obj=L1 src=adams group=site}\n**For each, choose.**\n:::',
    ':::match{#a obj=L1 src=adams}\n**For each, choose.**\n\n- **A.** Root\n\n1. One. {#x key=A key=B}\n:::',
    ':::match{#a obj=L1 src=adams}\n**For each, choose.**\n\n- **A.** Root\n\n1. One. {#x key=A was=deck/old}\n:::',
    ':::note{asOf=yesterday}\nTwo countries.\n:::',
    '::widget[face]{name=facial-palsy-face}',
    '::widget{title=facial-palsy-face}',
    ':::table{#a obj=L1 src=adams}\n| Sign | LMN |\n|---|---|\n| Tone {#tone wsa=size} | Low |\n:::',
    ':::table{#a obj=L1 src=adams}\n| Sign | LMN |\n|---|---|\n| Tone | Low {#low} |\n:::',
    ':::figure{#a obj=L1 src=adams mode=all}\n![Nerve](media/cn7.svg)\n\n| Mask | Label |\n|---|---|\n| `#temporal` | Temporal |\n:::',
  ],
  check(deck, report) {
    for (const file of deck.files) {
      for (const heading of file.headings)
        checkList(file, heading.attributes, heading.problems, HEADING_ATTRIBUTES, report);
      for (const block of file.blocks) {
        const table = Object.hasOwn(BLOCK_KINDS, block.kind) ? BLOCK_KINDS[block.kind] : undefined;
        if (table === undefined) {
          for (const problem of block.head.problems) report(file, problem);
          continue;
        }
        checkList(file, block.head.attributes, block.head.problems, table, report);
        checkTogether(file, block, report);
        checkDates(file, block.head.attributes, report);
        for (const { attributes, problems } of block.deletions)
          checkList(file, attributes, problems, DELETION_ATTRIBUTES, report);
        for (const { cell, known } of cellsOf(file, block))
          checkList(file, cell.attributes, cell.problems, known, report);
      }
      for (const { attributes, problems } of file.widgets)
        checkList(file, attributes, problems, WIDGET_ATTRIBUTES, report);
      for (const { options, items } of file.itemSets) {
        for (const { attributes, problems } of options)
          checkList(file, attributes, problems, OPTION_ATTRIBUTES, report);
        for (const { attributes, problems } of items) {
          checkList(file, attributes, problems, STEM_ATTRIBUTES, report);
          checkDates(file, attributes, report);
        }
      }
    }
  },
};

/** The cells of a block, with what may stand in their braces. */
function cellsOf(file: FileFacts, block: Block): readonly Readonly<{ cell: Cell; known: AttributeTable }>[] {
  const { text } = file.source;
  if (block.kind === 'figure')
    return readFigure(text, block).masks.flatMap(({ cell, label }) => [
      { cell, known: NAME_ATTRIBUTES },
      { cell: label, known: {} },
    ]);
  if (block.kind !== 'table') return [];
  const { grid, key, asked } = readTable(text, block);
  const questions = new Set(asked.map(({ index }) => index));
  const knownAt = (index: number) => (questions.has(index) ? ANSWER_ATTRIBUTES : {});
  return [
    ...(grid?.head ?? []).map((cell) => ({ cell, known: NAME_ATTRIBUTES })),
    ...(grid?.rows ?? []).flatMap((cells) =>
      cells.map((cell, index) => ({ cell, known: index === key ? NAME_ATTRIBUTES : knownAt(index) })),
    ),
  ];
}

function checkList(
  file: FileFacts,
  attributes: readonly Attribute[],
  problems: readonly Problem[],
  table: AttributeTable,
  report: Report,
): void {
  for (const problem of problems) report(file, problem);
  for (let index = 0; index < attributes.length; index += 1) {
    const { name, value, span } = attributes[index] as Attribute;
    const check = Object.hasOwn(table, name) ? table[name] : undefined;
    if (check === undefined) {
      report(file, { span, ...unknown(name, value, table) });
      continue;
    }
    if (isRepeated(attributes, name, index)) {
      const written = name === 'id' ? 'The id' : `\`${name}\``;
      report(file, { span, message: `${written} is given twice.`, hint: 'Keep one of the two.' });
    }
    const wrong = check(value);
    if (wrong !== null) report(file, { span, message: `\`${name}\` ${wrong.message}.`, hint: wrong.hint });
  }
}

/** What people write in full, and how it is spelled here. `nearest` finds neither. */
const SHORT_FORMS: Readonly<Record<string, string>> = { source: 'src', sources: 'src' };

function unknown(
  name: string,
  value: string,
  table: AttributeTable,
): Readonly<{ message: string; hint: string }> {
  if (name === 'class')
    return { message: `\`.${value}\` means nothing here.`, hint: 'Topics are written `tags="one two"`.' };
  const names = Object.keys(table).filter((known) => known !== 'id');
  const close = names.find((known) => known === SHORT_FORMS[name]) ?? nearest(name, names);
  if (close !== null)
    return { message: `There is no attribute \`${name}\` here.`, hint: `Did you mean \`${close}\`?` };
  const known = Object.hasOwn(table, 'id') ? ['#id', ...names] : names;
  return {
    message: `There is no attribute \`${name.slice(0, 60)}\` here.`,
    hint: names.length === 0 ? 'Only `{#id}` can stand here.' : `Known here: ${known.join(' ')}.`,
  };
}

function isRepeated(attributes: readonly Attribute[], name: string, index: number): boolean {
  for (let before = 0; before < index; before += 1) if (attributes[before]?.name === name) return true;
  return false;
}

/** Attributes that only mean something together. */
function checkTogether(file: FileFacts, block: Block, report: Report): void {
  const { attributes } = block.head;
  if (block.kind === 'qa') {
    checkNeeded(file, attributes, 'back', 'dir', 'both', report);
    checkNeeded(file, attributes, 'accept', 'type', 'in', report);
  }
}

function checkDates(file: FileFacts, attributes: readonly Attribute[], report: Report): void {
  const asOf = valueNamed(attributes, 'asOf');
  const reviewBy = named(attributes, 'reviewBy');
  if (asOf !== null && reviewBy !== null && reviewBy.value < asOf)
    report(file, {
      span: reviewBy.span,
      message: '`reviewBy` lies before `asOf`.',
      hint: 'Facts are reviewed after the day they were true.',
    });
}

function checkNeeded(
  file: FileFacts,
  attributes: readonly Attribute[],
  name: string,
  other: string,
  value: string,
  report: Report,
): void {
  const found = named(attributes, name);
  if (found === null || valueNamed(attributes, other) === value) return;
  report(file, {
    span: found.span,
    message: `\`${name}\` has no effect without \`${other}=${value}\`.`,
    hint: `Add \`${other}=${value}\`, or remove \`${name}\`.`,
  });
}

function named(attributes: readonly Attribute[], name: string): Attribute | null {
  for (const attribute of attributes) if (attribute.name === name) return attribute;
  return null;
}
