import { linkTarget, mediaName } from './addresses';
import { escapeHtml } from './escape';

/** A link around `text`, which is HTML; an address that is not followed leaves the text alone. */
export function renderLink(
  url: string,
  title: string | null | undefined,
  text: string,
  deck: string,
): string {
  const target = linkTarget(url);
  const tooltip = title ? ` title="${escapeHtml(title)}"` : '';
  switch (target.kind) {
    case 'outward':
      return `<a href="${escapeHtml(target.href)}" rel="noopener noreferrer nofollow"${tooltip}>${text}</a>`;
    case 'anchor':
      return `<a href="/decks/${target.deck ?? deck}#${target.anchor}"${tooltip}>${text}</a>`;
    case 'media':
      return `<a href="/media/${deck}/${target.name}"${tooltip}>${text}</a>`;
    case 'refused':
      return text;
  }
}

/** A picture of the deck's media; one from anywhere else leaves its description as text. */
export function renderImage(
  url: string,
  alt: string | null | undefined,
  title: string | null | undefined,
  deck: string,
): string {
  const name = mediaName(url);
  if (name === null) return escapeHtml(alt ?? '');
  const tooltip = title ? ` title="${escapeHtml(title)}"` : '';
  return `<img src="/media/${deck}/${name}" alt="${escapeHtml(alt ?? '')}"${tooltip} loading="lazy">`;
}
