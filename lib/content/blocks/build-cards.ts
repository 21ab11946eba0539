import { answerHash, cardKey, contentHash } from '../identity';
import type { CompiledCard } from '../model';
import type { Block } from '../parse/block';
import type { DeckFacts, FileFacts } from '../parse/facts';
import { namedNotes } from '../render/footnote-list';
import type { RenderScope } from '../render/render-html';
import { valueNamed, wordsNamed } from './attribute-values';
import { wordsIn } from './block-kinds';
import type { CardFaces } from './card-faces';
import { clozeFaces } from './cloze';
import { carriesNotice, EDUCATIONAL_NOTICE } from './educational-notice';
import { qaFaces } from './qa';

/** All cards of a deck without errors, in reading order. */
export function buildCards(deck: DeckFacts, slug: string): readonly CompiledCard[] {
  const cards: CompiledCard[] = [];
  for (const file of deck.files) {
    const scope = scopeOf(file, slug);
    for (const block of file.blocks) {
      const facesOf = FACES[block.kind];
      if (facesOf === undefined) continue;
      const faces = facesOf(block, scope);
      const common = commonOf(deck, block);
      for (const face of faces)
        cards.push(card(block, common, withNames(face, scope, common.unit), cards.length));
    }
  }
  return cards;
}

/** What each kind of block that gives cards says of them. */
const FACES: Readonly<Record<string, (block: Block, scope: RenderScope) => readonly CardFaces[]>> = {
  qa: qaFaces,
  cloze: clozeFaces,
};

/** How the blocks of a file are rendered. */
export function scopeOf(file: FileFacts, deck: string): RenderScope {
  const { definitions, footnotes, source } = file;
  const scope = { source: source.text, deck, definitions, deletion: () => null, heading: () => null };
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

/** Reads it. */
export function commonOf(deck: DeckFacts, block: Block): Common {
  const { attributes } = block.head;
  const was = valueNamed(attributes, 'was');
  const tags = wordsNamed(attributes, 'tags');
  return {
    unit: block.id?.value ?? '',
    section: block.heading === null ? null : (deck.sectionOf.get(block.heading)?.slug ?? null),
    objectives: wordsNamed(attributes, 'obj'),
    sources: wordsNamed(attributes, 'src'),
    tags,
    claims: wordsNamed(attributes, 'claims'),
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

function card(block: Block, common: Common, face: CardFaces, position: number): CompiledCard {
  const { unit, section, objectives, sources, tags, claims } = common;
  const { variant, frontHtml, backHtml, frontText, accept } = face;
  const extraHtml = common.notice === '' ? face.extraHtml : (face.extraHtml ?? '') + common.notice;
  const kind = block.kind === 'cloze' ? 'cloze' : 'qa';
  const made: CompiledCard = {
    key: cardKey(unit, variant),
    unit,
    variant,
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
  return common.was.length === 0 ? made : { ...made, was: common.was.map((old) => cardKey(old, variant)) };
}
