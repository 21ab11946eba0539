import type { CompileContext, MediaFile } from '../context';
import { MAX_DECK_LENGTH, MAX_FILES } from '../limits';
import { type Media, readMedia } from '../media/read-media';
import type { SourceFile } from '../model';
import { mediaAddress } from '../render/addresses';
import { addressOf } from './address-of';
import type { DeckFacts, FileFacts, FileProblem, Unit } from './facts';
import { DeckFrontMatter, FileFrontMatter } from './front-matter-schema';
import { type PreparedSource, prepareSource } from './prepare-source';
import { readCardTexts } from './read-card-texts';
import { frontMatterOf, readFile } from './read-file';
import { readSections } from './read-sections';

/** Reads all files of one deck, given in any order, into facts. Never throws; judges nothing. */
export function readDeck(given: readonly SourceFile[], context: CompileContext): DeckFacts {
  const { prepared, refused } = withinLimits(given);
  const deckSource = findDeckFile(prepared);
  const info = deckSource === null ? null : frontMatterOf(deckSource.source, DeckFrontMatter);
  const read = ({ file, source }: Prepared): FileFacts =>
    readFile(file, source, source === deckSource?.source ? info : frontMatterOf(source, FileFrontMatter));
  const byPath = new Map(prepared.map((one) => [one, read(one)]));
  const deckFile = deckSource === null ? null : (byPath.get(deckSource) ?? null);
  const order = info?.value?.order ?? [];
  const { files, unknown } = inOrder([...byPath.values()], deckFile, order);
  const units = new Map<string, Unit>();
  for (const file of files)
    for (const block of file.blocks)
      if (block.id !== null && !units.has(block.id.value)) units.set(block.id.value, { file, block });
  const sections = readSections(files, units);
  const spanInFrontMatter = info?.spanAt ?? (() => ({ start: 0, end: 0 }));
  const notFound = unknown.map(
    (index): FileProblem => ({
      file: deckFile as FileFacts,
      span: spanInFrontMatter(['order', index]),
      message: `\`order\` names \`${order[index]}\`, which is no file of this deck.`,
      hint: 'Write file names as they stand beside deck.md.',
    }),
  );
  return {
    context,
    media: context.media === null ? null : readNamedMedia(files, context.media),
    files,
    deckFile,
    info: info?.value ?? null,
    spanInFrontMatter,
    units,
    cardTexts: readCardTexts(files),
    sections,
    anchors: new Set([...units.keys(), ...sections.map(({ slug }) => slug)]),
    sectionOf: new Map(sections.map((section) => [section.heading, section])),
    orderProblems: notFound,
    limitProblems: [...byPath].flatMap(([{ source }, file]) =>
      source === EMPTY
        ? [{ file, span: START, message: refused, hint: 'Divide the deck into several.' }]
        : [],
    ),
  };
}

type Prepared = Readonly<{ file: SourceFile; source: PreparedSource }>;

const START = { start: 0, end: 0 };
const EMPTY: PreparedSource = prepareSource('');

/** Files beyond the limits stand in the result without their text, so that the refusal has a place. */
function withinLimits(
  given: readonly SourceFile[],
): Readonly<{ prepared: readonly Prepared[]; refused: string }> {
  const refused = `A deck may have ${MAX_FILES} files and ${MAX_DECK_LENGTH} characters; this file goes beyond and is not read.`;
  const files = given.length === 0 ? [{ path: 'deck.md', text: '' }] : given.slice(0, MAX_FILES + 1);
  let length = 0;
  const prepared = files.map((file, index) => {
    length += file.text.length;
    const within = index < MAX_FILES && length <= MAX_DECK_LENGTH;
    return { file, source: within ? { ...prepareSource(file.text) } : EMPTY };
  });
  return { prepared, refused };
}

/** `deck.md`; in a deck without one, the first file whose front matter names a deck. */
function findDeckFile(prepared: readonly Prepared[]): Prepared | null {
  const named = prepared.filter(({ file }) => baseName(file.path) === 'deck.md');
  const describes = ({ source }: Prepared) =>
    source.frontMatter !== null &&
    /^deck[ \t]*:/m.test(source.text.slice(source.frontMatter.yaml.start, source.frontMatter.yaml.end));
  return named.find((one) => one.source.frontMatter !== null) ?? prepared.find(describes) ?? null;
}

type Ordered = Readonly<{ files: readonly FileFacts[]; unknown: readonly number[] }>;

/** First the deck file (unless `order` places it), then the files of `order`, then the others by path. */
function inOrder(files: readonly FileFacts[], deckFile: FileFacts | null, order: readonly string[]): Ordered {
  const folder = deckFile === null ? '' : deckFile.path.slice(0, -baseName(deckFile.path).length);
  const rank = new Map<FileFacts, number>();
  const unknown: number[] = [];
  for (const [index, name] of order.entries()) {
    const file = files.find(({ path }) => path === folder + name);
    if (file === undefined) unknown.push(index);
    else if (!rank.has(file)) rank.set(file, index);
  }
  if (deckFile !== null && !rank.has(deckFile)) rank.set(deckFile, -1);
  const rankOf = (file: FileFacts) => rank.get(file) ?? order.length;
  const sorted = [...files].sort((a, b) => rankOf(a) - rankOf(b) || compareUnits(a.path, b.path));
  return { files: sorted, unknown };
}

/** Media that nobody refers to are not read. */
function readNamedMedia(
  files: readonly FileFacts[],
  media: ReadonlyMap<string, MediaFile>,
): ReadonlyMap<string, Media> {
  const read = new Map<string, Media>();
  for (const file of files)
    for (const node of [...file.images, ...file.links]) {
      const name = mediaAddress(addressOf(file, node))?.name ?? '';
      const found = media.get(name);
      if (found !== undefined && !read.has(name)) read.set(name, readMedia(name, found));
    }
  return read;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** By code units: the order must not depend on the machine's language. */
function compareUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
