import type { Box, Point } from '../media/geometry';
import type { Bitmap, Media } from '../media/read-media';
import { escapeHtml } from './escape';

/** How a part shows: asked for, covered while another is asked, or lit. */
export type Mark = 'asked' | 'covered' | 'lit';

/** What is done to a picture where it stands. */
export type Look = Readonly<{
  /** By the ids of a drawing's parts. */
  marks: ReadonlyMap<string, Mark>;
  /** Numbers of a drawing's texts that are taken out. */
  without: readonly number[];
  /** SVG that is drawn over it, in the units of `viewOf`. */
  overlay: string;
}>;

/** The picture as it is. */
export const PLAIN: Look = { marks: new Map(), without: [], overlay: '' };

/**
 * A picture as HTML. A drawing is an empty `<svg>` that `placeFigures` fills; so is a bitmap with something over it,
 * whose pixels are at `/media/`. Where the file is not known (null), the description stands in its place.
 */
export function renderPicture(media: Media | null, alt: string, title: string, look: Look): string {
  const label = escapeHtml(alt);
  const picture = media?.picture ?? null;
  if (picture === null)
    return `<span class="figure-missing" role="img" aria-label="${label}">${label}</span>`;
  if (picture.kind === 'bitmap' && look.overlay === '')
    return `<img class="figure" src="${escapeHtml(mediaPath(media as Media, picture))}" alt="${label}"${tooltip(title)} width="${picture.width}" height="${picture.height}" loading="lazy">`;
  const { x, y, width, height } = viewOf(picture);
  const shown = `class="figure" viewBox="${rounded(x)} ${rounded(y)} ${rounded(width)} ${rounded(height)}" role="img" aria-label="${label}"`;
  const inside = `${title === '' ? '' : `<title>${escapeHtml(title)}</title>`}${look.overlay}`;
  if (picture.kind === 'bitmap')
    return `<svg ${shown}><image href="${mediaPath(media as Media, picture)}" width="${width}" height="${height}"/>${inside}</svg>`;
  const marks = [...look.marks].map(([id, mark]) => `${id}:${mark}`).join(' ');
  return `<svg data-drawing="${picture.hash}" data-marks="${marks}" data-without="${look.without.join(' ')}" ${shown}>${inside}</svg>`;
}

/** Where a bitmap is served: its name is its content, so it may be kept for ever. */
export function mediaPath({ hash }: Media, { extension }: Bitmap): string {
  return `/media/${hash}.${extension}`;
}

/** The coordinates in which a picture is drawn upon. */
export function viewOf(picture: NonNullable<Media['picture']>): Box {
  return picture.kind === 'drawing'
    ? picture.view
    : { x: 0, y: 0, width: picture.width, height: picture.height };
}

/** A box over a picture. */
export function boxHtml({ x, y, width, height }: Box, mark: Mark): string {
  return `<rect class="figure-box" data-mark="${mark}" x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}"/>`;
}

/** A question mark in a disc, large enough to be read on a phone. */
export function questionMark({ x, y }: Point, view: Box): string {
  const radius = Math.max(view.width, view.height) / 32;
  const inView = (at: number, from: number, size: number) =>
    Math.min(Math.max(at, from + radius), from + size - radius);
  const place = { x: rounded(inView(x, view.x, view.width)), y: rounded(inView(y, view.y, view.height)) };
  return `<g class="figure-question"><circle cx="${place.x}" cy="${place.y}" r="${rounded(radius)}"/><text x="${place.x}" y="${place.y}" font-size="${rounded(radius * 1.5)}" text-anchor="middle" dominant-baseline="central">?</text></g>`;
}

function tooltip(title: string): string {
  return title === '' ? '' : ` title="${escapeHtml(title)}"`;
}

/** Hundredths are enough for the eye, and the same on every machine. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
