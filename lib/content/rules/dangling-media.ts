import { nearest } from '@/lib/base/nearest';
import type { Media } from '../media/read-media';
import { addressOf } from '../parse/address-of';
import type { DeckFacts } from '../parse/facts';
import { readFigure } from '../parse/read-figure';
import type { Problem, Span } from '../parse/span';
import { mediaAddress } from '../render/addresses';
import type { Report } from './rule';

/**
 * What is wrong with an address of the deck's media: there is no such file, it has no such part, or it is a link to
 * what can only be shown. Null where nothing is, and where the deck's media are not known.
 */
export function mediaProblem(
  deck: DeckFacts,
  url: string,
  span: Span,
  as: 'link' | 'picture',
): Problem | null {
  const address = mediaAddress(url);
  if (address === null || deck.context.media === null) return null;
  const { name, part } = address;
  const picture = deck.media?.get(name)?.picture;
  if (picture === undefined) {
    const close = nearest(name, [...deck.context.media.keys()]);
    const hint =
      close === null ? 'Put it into the folder `media` of the deck.' : `Did you mean \`media/${close}\`?`;
    return { span, message: `There is no file \`media/${name}\` in this deck.`, hint };
  }
  if (picture === null) return null;
  if (as === 'link' && picture.kind === 'drawing')
    return {
      span,
      message: 'A drawing cannot be opened by itself.',
      hint: `Show it: \`![What it shows](media/${name})\`.`,
    };
  if (part === null || (picture.kind === 'drawing' && picture.parts.get(part)?.box)) return null;
  return { span, ...noPart(part, name, picture) };
}

/** Tells of parts that a figure asks and its picture does not have. */
export function reportMissingParts(deck: DeckFacts, report: Report): void {
  for (const file of deck.files)
    for (const block of file.blocks) {
      if (block.kind !== 'figure') continue;
      const { picture, masks } = readFigure(file.source.text, block);
      const name = picture === null ? '' : (mediaAddress(addressOf(file, picture))?.name ?? '');
      const read = deck.media?.get(name)?.picture;
      if (!read) continue;
      for (const { area, cell } of masks)
        if (area.kind === 'part' && !(read.kind === 'drawing' && read.parts.get(area.id)?.box))
          report(file, { span: cell.span, ...noPart(area.id, name, read) });
    }
}

function noPart(
  part: string,
  name: string,
  picture: NonNullable<Media['picture']>,
): Readonly<{ message: string; hint: string }> {
  const message = `\`media/${name}\` has no part \`#${part}\` that is drawn.`;
  if (picture.kind === 'bitmap') return { message, hint: 'Only drawings (SVG) have parts.' };
  const known = [...picture.parts].filter(([, { box }]) => box !== null).map(([id]) => id);
  const close = nearest(part, known);
  if (close !== null) return { message, hint: `Did you mean \`#${close}\`?` };
  return {
    message,
    hint: known.length === 0 ? 'Give its parts ids.' : `It has: ${known.slice(0, 12).join(', ')}.`,
  };
}
