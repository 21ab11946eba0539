import { type Box, centreOf, isInside, type Point } from '../media/geometry';
import { holdsWords } from '../media/holds-words';
import type { Media } from '../media/read-media';
import { addressOf } from '../parse/address-of';
import type { Block } from '../parse/block';
import { type Mask, readFigure } from '../parse/read-figure';
import { mediaAddress } from '../render/addresses';
import { type RenderScope, renderHtml } from '../render/render-html';
import { renderPart } from '../render/render-part';
import {
  boxHtml,
  type Look,
  type Mark,
  PLAIN,
  questionMark,
  renderPicture,
  viewOf,
} from '../render/render-picture';
import { valueNamed } from './attribute-values';
import type { CardFaces } from './card-faces';

/**
 * The cards of a figure, one for each mask. The front covers what is asked and takes every text out of the drawing that
 * would tell it, `mode=hide-all` covers all the others as well; the back lights it and names it. A mask with accepted
 * spellings, or `type=in`, is typed. Masks are no siblings: one place does not give away another.
 */
export function figureFaces(block: Block, scope: RenderScope): readonly CardFaces[] {
  const figure = readFigure(scope.source, block);
  const { attributes } = block.head;
  const hidesAll = valueNamed(attributes, 'mode') === 'hide-all';
  const typed = valueNamed(attributes, 'type') === 'in';
  const address = mediaAddress(figure.picture === null ? '' : addressOf(scope, figure.picture));
  const media = address === null ? null : (scope.media?.get(address.name) ?? null);
  const alt = figure.picture?.alt ?? '';
  const shown = (look: Look) => renderPicture(media, alt, '', look);
  const leadHtml = renderPart(figure.lead, scope);
  // An author's own words are the question.
  const question = figure.lead.length === 0 ? '<p>What is marked?</p>' : '';
  const extraHtml = figure.extra === null ? null : renderPart(figure.extra, scope);
  return figure.masks.map((mask, index): CardFaces => {
    const { slug, was, label } = mask;
    const covered = hidesAll ? figure.masks : [mask];
    const place = figure.masks.length === 1 ? '' : ` (${index + 1} of ${figure.masks.length})`;
    return {
      variant: `m.${slug}`,
      formerVariants: was.map((old) => `m.${old}`),
      siblings: `m.${slug}`,
      frontHtml: `${leadHtml}${shown(frontLook(media, covered, mask))}${question}`,
      backHtml: `${leadHtml}${shown(backLook(media, mask))}<p class="figure-answer">${renderHtml(label.content, scope)}</p>`,
      extraHtml,
      frontText: `${alt}: what is marked?${place}`,
      answer: label.text,
      accept: typed || mask.accept !== null ? [...new Set([label.text, ...(mask.accept ?? [])])] : null,
    };
  });
}

type Picture = NonNullable<Media['picture']>;

/** What is covered, and a question mark where it is asked. What would tell an answer is not there to be found. */
function frontLook(media: Media | null, covered: readonly Mask[], asked: Mask): Look {
  const picture = media?.picture ?? null;
  if (picture === null) return PLAIN;
  const marks = new Map<string, Mark>();
  let overlay = '';
  // What is asked comes last: it lies over what is only covered.
  for (const mask of [...covered.filter((one) => one !== asked), asked]) {
    const mark = mask === asked ? 'asked' : 'covered';
    if (mask.area.kind === 'part') marks.set(mask.area.id, mark);
    else overlay += boxHtml(boxIn(picture, mask.area), mark);
  }
  const place = placeOf(picture, asked);
  const question = place === null ? '' : questionMark(place, viewOf(picture));
  return { marks, without: tellingTexts(picture, covered), overlay: overlay + question };
}

function backLook(media: Media | null, { area }: Mask): Look {
  const picture = media?.picture ?? null;
  if (picture === null) return PLAIN;
  return area.kind === 'part'
    ? { ...PLAIN, marks: new Map([[area.id, 'lit']]) }
    : { ...PLAIN, overlay: boxHtml(boxIn(picture, area), 'lit') };
}

/** Numbers of the texts that name what is covered, lie under a box or hold an answer; the long description always. */
function tellingTexts(picture: Picture, covered: readonly Mask[]): readonly number[] {
  if (picture.kind === 'bitmap') return [];
  const telling = new Set<number>(picture.texts[0]?.words === '' ? [] : [0]);
  for (const { area, label, accept } of covered) {
    const box = area.kind === 'box' ? boxIn(picture, area) : null;
    const own = area.kind === 'part' ? (picture.parts.get(area.id)?.texts ?? []) : [];
    for (const number of own) telling.add(number);
    for (const [number, { words, centre }] of picture.texts.entries())
      if ([label.text, ...(accept ?? [])].some((answer) => holdsWords(words, answer))) telling.add(number);
      else if (box !== null && centre !== null && isInside(centre, box)) telling.add(number);
  }
  return [...telling].sort((a, b) => a - b);
}

/** Where the question mark stands: in place of the part's name, else in its middle. */
function placeOf(picture: Picture, { area }: Mask): Point | null {
  if (area.kind === 'box') return centreOf(boxIn(picture, area));
  const part = picture.kind === 'drawing' ? picture.parts.get(area.id) : undefined;
  const [name] = part?.texts ?? [];
  const ofName =
    name === undefined || picture.kind === 'bitmap' ? null : (picture.texts[name]?.centre ?? null);
  return ofName ?? (part?.box ? centreOf(part.box) : null);
}

/** Percent of a picture in its own units. */
function boxIn(picture: Picture, { x, y, width, height }: Box): Box {
  const view = viewOf(picture);
  return {
    x: view.x + (x * view.width) / 100,
    y: view.y + (y * view.height) / 100,
    width: (width * view.width) / 100,
    height: (height * view.height) / 100,
  };
}
