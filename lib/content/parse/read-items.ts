import { wordsIn } from '../blocks/block-kinds';
import type { Block } from './block';
import { divideCase } from './divide-case';
import type { Item, ItemSet, Option } from './item';
import { startOf } from './markdown';
import type { Entry } from './read-entry';
import { readLeadIn } from './read-lead-in';
import { readOption } from './read-option';
import type { Problem } from './span';

/** The vignettes and matches among a file's blocks, in reading order. However they were written, each is read. */
export function readItemSets(text: string, blocks: readonly Block[]): readonly ItemSet[] {
  let sets: ItemSet[] | null = null;
  for (const block of blocks) {
    if (block.kind !== 'vignette' && block.kind !== 'match') continue;
    sets ??= [];
    sets.push(readItemSet(text, block, block.kind));
  }
  return sets ?? NONE;
}

const NONE: readonly ItemSet[] = [];

function readItemSet(text: string, block: Block, kind: ItemSet['kind']): ItemSet {
  const { above, entries, keyPoint, extra, problems } = divideCase(text, block);
  const opening = readLeadIn(above);
  const found: Problem[] = [...problems, ...opening.problems];
  const options: Option[] = [];
  const stems: Entry[] = [];
  for (const entry of entries) {
    if (kind === 'match' && isStem(entry)) {
      if (!entry.ordered) found.push(notNumbered(entry));
      stems.push(entry);
      continue;
    }
    const read = readOption(text, entry, kind === 'vignette');
    options.push(read.option);
    found.push(...read.problems);
  }
  const shared = { kind, block, leadIn: opening.leadIn, options, keyPoint, extra };
  const items =
    kind === 'match'
      ? stems.map((entry) => ({ ...shared, ...stemOf(entry, opening.stem, found) }))
      : [{ ...shared, ...vignetteOf(block, opening.stem, options) }];
  return { ...shared, items, problems: found };
}

/** Stems are numbered; one that was written like an option still says that it has a key of its own. */
function isStem({ ordered, attributes }: Entry): boolean {
  return ordered || attributes.some(({ name }) => name === 'key');
}

function notNumbered({ span }: Entry): Problem {
  return {
    span: { start: span.start, end: span.start + 1 },
    message: 'This stem is not numbered.',
    hint: 'Stems of a match begin with `1.`, its options with `-`.',
  };
}

type Own = Pick<Item, 'span' | 'id' | 'stem' | 'keys' | 'rationale' | 'attributes' | 'problems'>;

function vignetteOf(block: Block, stem: Item['stem'], options: readonly Option[]): Own {
  const keys = options.filter(({ checked }) => checked === true).map(({ letter }) => letter);
  return { span: block.span, id: null, stem, keys, rationale: [], attributes: [], problems: [] };
}

function stemOf(entry: Entry, before: Item['stem'], found: Problem[]): Own {
  const { span, head, below, rationale, attributes, problems } = entry;
  const first = below[0];
  if (first !== undefined)
    found.push({
      span: { start: startOf(first), end: span.end },
      message: 'This text stands under the rationale of a stem.',
      hint: 'Write what belongs to the stem above the quotation, and what explains it into the quotation.',
    });
  const named = (name: string) => attributes.find((attribute) => attribute.name === name);
  return {
    span,
    id: named('id') ?? null,
    stem: [...before, ...head],
    keys: wordsIn(named('key')?.value ?? ''),
    rationale: [...rationale, ...below],
    attributes,
    problems,
  };
}
