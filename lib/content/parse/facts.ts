import type { Html, Image, ImageReference, Link, LinkReference, RootContent } from 'mdast';
import type { CompileContext } from '../context';
import type { KnownWord } from '../language/known-word';
import type { Passage } from '../language/passage';
import type { Media } from '../media/read-media';
import type { Block, Heading } from './block';
import type { FenceLine } from './fence';
import type { FrontMatter } from './front-matter';
import type { DeckFrontMatter } from './front-matter-schema';
import type { Item, ItemSet } from './item';
import type { Range } from './locate';
import type { ContainerDirective, LeafDirective, Node, TextDirective } from './markdown';
import type { PreparedSource } from './prepare-source';
import type { Footnotes } from './read-footnotes';
import type { Widget } from './read-widget';
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
  /** What the cards ask and want to hear, in words; for the rules on wording. */
  cardTexts: readonly CardText[];
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

/** What one card asks and what it wants to hear, read once for all rules on wording. */
export type CardText = Readonly<{
  file: FileFacts;
  block: Block;
  /** As in the card's key: `fwd`, `rev`, `c1`. */
  variant: string;
  /** The question; of a cloze the whole sentence with nothing hidden, one object for all its cards. */
  asked: Passage;
  /** What is to be remembered. */
  answer: Passage;
  /** The words a learner sees before answering: those of the question; of a cloze those beside the gap. */
  shown: readonly KnownWord[];
}>;

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
  /** The vignettes and matches among the blocks, and the items of all of them. */
  itemSets: readonly ItemSet[];
  items: readonly Item[];
  /** What stands between the blocks, in order. */
  prose: readonly RootContent[];
  headings: readonly Heading[];
  /** Addresses of `[name]: address`, by normalised name; the first of a name counts. */
  definitions: ReadonlyMap<string, string>;
  links: readonly (Link | LinkReference)[];
  images: readonly (Image | ImageReference)[];
  html: readonly Html[];
  footnotes: Footnotes;
  /** In reading order. */
  formulas: readonly Extract<Node, { type: 'math' | 'inlineMath' }>[];
  /** `::name` on a line of its own, but for widgets of the notes. */
  strayLines: readonly LeafDirective[];
  /** In the notes, at the margin. */
  widgets: readonly Widget[];
  /** Blocks inside other blocks, or inside quotations and lists of the prose. */
  nestedBlocks: readonly Readonly<{ node: ContainerDirective; inBlock: boolean }>[];
  /** `:c1[…]` outside a cloze. */
  strayDeletions: readonly TextDirective[];
  strayFences: readonly FenceLine[];
  tooDeep: readonly Span[];
  /** False where the parser gave up. */
  parsed: boolean;
}>;
