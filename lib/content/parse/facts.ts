import type {
  Heading as HeadingNode,
  Html,
  Image,
  ImageReference,
  Link,
  LinkReference,
  RootContent,
} from 'mdast';
import type { CompileContext } from '../context';
import type { Media } from '../media/read-media';
import type { Attribute } from './attributes';
import type { BlockHead } from './block-head';
import type { FenceLine } from './fence';
import type { FrontMatter } from './front-matter';
import type { DeckFrontMatter } from './front-matter-schema';
import type { Range } from './locate';
import type { ContainerDirective, LeafDirective, TextDirective } from './markdown';
import type { PreparedSource } from './prepare-source';
import type { Problem, Span } from './span';

/** Everything one deck's files say, read once. Rules judge it, blocks build cards of it. */
export type DeckFacts = Readonly<{
  /** What the deck may refer to beyond its own text. */
  context: CompileContext;
  /** The media files that pictures and links name and that are there, by name; null where media are not known. */
  media: ReadonlyMap<string, Media> | null;
  /** In reading order. */
  files: readonly FileFacts[];
  /** The file whose front matter describes the deck; null where there is none. */
  deckFile: FileFacts | null;
  /** The deck's front matter; null where it is missing or wrong. */
  info: DeckFrontMatter | null;
  spanInFrontMatter: (path: readonly PropertyKey[]) => Span;
  /** The first block with each id. */
  units: ReadonlyMap<string, Unit>;
  sections: readonly SectionFacts[];
  /** Everything a link into the deck may name: ids of units and slugs of sections. */
  anchors: ReadonlySet<string>;
  sectionOf: ReadonlyMap<Heading, SectionFacts>;
  /** Names in `order:` that are no files. */
  orderProblems: readonly FileProblem[];
  /** Files that were not read because the deck is too large. */
  limitProblems: readonly FileProblem[];
}>;

/** A problem with the file it stands in. */
export type FileProblem = Problem & Readonly<{ file: FileFacts }>;

export type Unit = Readonly<{ file: FileFacts; block: Block }>;

/** A heading of the notes and the slug it got. */
export type SectionFacts = Readonly<{
  file: FileFacts;
  heading: Heading;
  slug: string;
  collides: Unit | SectionFacts | null;
}>;

export type FileFacts = Readonly<{
  path: string;
  source: PreparedSource;
  rangeOf: (span: Span) => Range;
  frontMatter: FrontMatter<unknown> | null;
  blocks: readonly Block[];
  /** What stands between the blocks, in order. */
  prose: readonly RootContent[];
  headings: readonly Heading[];
  /** Addresses of `[name]: address`, by normalised name; the first of a name counts. */
  definitions: ReadonlyMap<string, string>;
  links: readonly (Link | LinkReference)[];
  images: readonly (Image | ImageReference)[];
  html: readonly Html[];
  /** `::name` on a line of its own. */
  leafDirectives: readonly LeafDirective[];
  /** Blocks inside other blocks, or inside quotations and lists of the prose. */
  nestedBlocks: readonly Readonly<{ node: ContainerDirective; inBlock: boolean }>[];
  /** `:c1[…]` outside a cloze. */
  strayDeletions: readonly TextDirective[];
  strayFences: readonly FenceLine[];
  tooDeep: readonly Span[];
  /** False where the parser gave up. */
  parsed: boolean;
}>;

/** A block at the margin, `:::kind{…}` to `:::`. */
export type Block = Readonly<{
  kind: string;
  head: BlockHead;
  span: Span;
  /** False where no closing fence was found, or the next block begins before it. */
  closed: boolean;
  /** The id as written, valid or not; null where there is none. */
  id: Attribute | null;
  children: readonly RootContent[];
  /** The children between rules of hyphens. */
  parts: readonly (readonly RootContent[])[];
  /** Empty in anything but a cloze. */
  deletions: ReadonlyMap<TextDirective, Deletion>;
  /** The heading above the block in its file. */
  heading: Heading | null;
}>;

/** `:c1[text]{hint="…"}` in a cloze, or what was meant as one. */
export type Deletion = Readonly<{
  node: TextDirective;
  span: Span;
  /** `empty`: brackets without text; `none`: no brackets at all. */
  label: 'text' | 'empty' | 'none';
  attributes: readonly Attribute[];
  problems: readonly Problem[];
}>;

/** A heading of the notes. */
export type Heading = Readonly<{
  node: HeadingNode;
  span: Span;
  /** Plain text without the braces at its end. */
  title: string;
  attributes: readonly Attribute[];
  problems: readonly Problem[];
}>;
