import { answerHash, cardKey, contentHash } from '../identity';
import type { CompiledCard } from '../model';
import type { Block } from '../parse/block';
import type { CardText, DeckFacts, FileFacts } from '../parse/facts';
import { namedNotes } from '../render/footnote-list';
import type { RenderScope } from '../render/render-html';
import { valueNamed } from './attribute-values';
import { wordsIn } from './block-kinds';
import type { CardFaces } from './card-faces';
import { clozeFaces } from './cloze';
import { carriesNotice, EDUCATIONAL_NOTICE } from './educational-notice';
import { figureFaces } from './figure';
import { ListsRead } from './lists-read';
import { qaFaces } from './qa';
import { tableFaces } from './table';

/** All cards of a deck without errors, in reading order. */
export function buildCards(deck: DeckFacts, slug: string): readonly CompiledCard[] {
  const cards: CompiledCard[] = [];
  const lists = new ListsRead();
  // The texts were read in the same order, so those of a block stand together.
  let textsRead = 0;
  for (const file of deck.files) {
    const scope = scopeOf(deck, file, slug);
    for (const block of file.blocks) {
      const { kind } = block;
      if (!givesCards(kind)) continue;
      const from = textsRead;
      while (deck.cardTexts[textsRead]?.block === block) textsRead += 1;
      const texts = deck.cardTexts.slice(from, textsRead);
      const common = commonOf(deck, block, lists);
      for (const face of FACES[kind](block, scope, texts))
        cards.push(card(kind, common, withNames(face, scope, common.unit), cards.length));
    }
  }
  return cards;
}

/** What each kind of block that gives cards says of them. */
const FACES: Readonly<
  Record<
    CompiledCard['kind'],
    (block: Block, scope: RenderScope, texts: readonly CardText[]) => readonly CardFaces[]
  >
> = { qa: qaFaces, cloze: clozeFaces, table: tableFaces, figure: figureFaces };

function givesCards(kind: string): kind is CompiledCard['kind'] {
  return Object.hasOwn(FACES, kind);
}

/** How the blocks of a file are rendered. */
export function scopeOf({ media }: DeckFacts, file: FileFacts, deck: string): RenderScope {
  const { definitions, footnotes, source } = file;
  const scope = { source: source.text, deck, media, definitions, face: null, heading: () => null };
  return footnotes.of.size === 0 ? scope : { ...scope, footnotes: footnotes.of };
}

/** What a block's head says of everything that is made of it. */
export type Common = Readonly<{
  unit: string;
  section: string | null;
  objectives: readonly string[];
  sources: readonly string[];
  tags: readonly string[];
  claims: readonly string[];
  /** HTML under the answer of every card of the unit, below what the author adds; empty as a rule. */
  notice: string;
  revision: number;
  was: readonly string[];
}>;

/** Reads it; `lists` are those of the deck. */
export function commonOf(deck: DeckFacts, block: Block, lists: ListsRead): Common {
  const { attributes } = block.head;
  const was = valueNamed(attributes, 'was');
  const tags = lists.named(attributes, 'tags');
  return {
    unit: block.id?.value ?? '',
    section: block.heading === null ? null : (deck.sectionOf.get(block.heading)?.slug ?? null),
    objectives: lists.named(attributes, 'obj'),
    sources: lists.named(attributes, 'src'),
    tags,
    claims: lists.named(attributes, 'claims'),
    notice: carriesNotice(tags, deck.info?.tags ?? []) ? EDUCATIONAL_NOTICE : '',
    revision: Number(valueNamed(attributes, 'rev') ?? 1),
    was: was === null ? NONE : wordsIn(was),
  };
}

const NONE: readonly string[] = [];

/** A face whose notes have ids of their own. */
function withNames(face: CardFaces, { footnotes, deck }: RenderScope, unit: string): CardFaces {
  if (footnotes === undefined) return face;
  const { variant, frontHtml, backHtml, extraHtml } = face;
  return {
    ...face,
    frontHtml: namedNotes(frontHtml, deck, unit, variant, 'front'),
    backHtml: namedNotes(backHtml, deck, unit, variant, 'back'),
    extraHtml: extraHtml === null ? null : namedNotes(extraHtml, deck, unit, variant, 'extra'),
  };
}

function card(kind: CompiledCard['kind'], common: Common, face: CardFaces, position: number): CompiledCard {
  const { unit, section, objectives, sources, tags, claims } = common;
  const { variant, frontHtml, backHtml, frontText, accept } = face;
  const extraHtml = common.notice === '' ? face.extraHtml : (face.extraHtml ?? '') + common.notice;
  const made: CompiledCard = {
    key: cardKey(unit, variant),
    unit,
    variant,
    siblings: face.siblings === null ? unit : `${unit}:${face.siblings}`,
    kind,
    position,
    frontHtml,
    backHtml,
    extraHtml,
    frontText,
    objectives,
    sources,
    tags,
    claims,
    section,
    accept,
    contentHash: contentHash({ kind, frontHtml, backHtml, extraHtml, sources, accept }),
    answerHash: answerHash(face.answer, common.revision),
  };
  if (common.was.length + face.formerVariants.length === 0) return made;
  const was = [unit, ...common.was].flatMap((one) =>
    [variant, ...face.formerVariants].map((other) => cardKey(one, other)),
  );
  return was.length === 1 ? made : { ...made, was: was.slice(1) };
}
