import type { Media } from '../media/read-media';
import { linkTarget, mediaAddress } from './addresses';
import { escapeHtml } from './escape';
import { mediaPath, PLAIN, renderPicture } from './render-picture';

/** What addresses are read against: the deck's slug, and its media by name where they are known. */
export type AddressScope = Readonly<{ deck: string; media: ReadonlyMap<string, Media> | null }>;

/** A link around `text`, which is HTML; an address that is not followed leaves the text alone. */
export function renderLink(
  url: string,
  title: string | null | undefined,
  text: string,
  scope: AddressScope,
): string {
  const target = linkTarget(url);
  const tooltip = title ? ` title="${escapeHtml(title)}"` : '';
  switch (target.kind) {
    case 'outward':
      return `<a href="${escapeHtml(target.href)}" rel="noopener noreferrer nofollow"${tooltip}>${text}</a>`;
    case 'anchor':
      return `<a href="/decks/${target.deck ?? scope.deck}#${target.anchor}"${tooltip}>${text}</a>`;
    case 'media': {
      const media = scope.media?.get(target.name);
      if (media?.picture?.kind !== 'bitmap') return text;
      return `<a href="${mediaPath(media, media.picture)}"${tooltip}>${text}</a>`;
    }
    case 'refused':
      return text;
  }
}

/** A picture of the deck's media, with one part lit where the address names it; from anywhere else its description. */
export function renderImage(
  url: string,
  alt: string | null | undefined,
  title: string | null | undefined,
  scope: AddressScope,
): string {
  const address = mediaAddress(url);
  if (address === null) return escapeHtml(alt ?? '');
  const look = address.part === null ? PLAIN : { ...PLAIN, marks: new Map([[address.part, 'lit'] as const]) };
  return renderPicture(scope.media?.get(address.name) ?? null, alt ?? '', title ?? '', look);
}
