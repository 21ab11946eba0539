import { isId } from '../identity';

/** Where a link of the source leads. */
export type LinkTarget =
  | Readonly<{ kind: 'outward'; href: string }>
  /** A unit or a section; `deck` is null for the deck itself. */
  | Readonly<{ kind: 'anchor'; deck: string | null; anchor: string }>
  | (Readonly<{ kind: 'media' }> & MediaAddress)
  /** An address that is not followed, for its protocol or its form. */
  | Readonly<{ kind: 'refused' }>;

const OUTWARD = /^(?:https?:\/\/|mailto:)[^\s]+$/i;

/** Reads an address as an author writes it: `#unit`, `deck/unit`, `media/sheet.pdf`, or an http(s) or mailto address. */
export function linkTarget(url: string): LinkTarget {
  if (url.startsWith('#')) {
    const anchor = url.slice(1);
    return isId(anchor) ? { kind: 'anchor', deck: null, anchor } : { kind: 'refused' };
  }
  if (OUTWARD.test(url)) return { kind: 'outward', href: percentEncoded(url) };
  const media = mediaAddress(url);
  if (media !== null) return { kind: 'media', ...media };
  const [deck = '', anchor = '', ...more] = url.split('/');
  if (more.length > 0 || !isId(anchor) || !isId(deck)) return { kind: 'refused' };
  return { kind: 'anchor', deck, anchor };
}

/** A file under `media/`, and the id of a part of it behind `#`. */
export type MediaAddress = Readonly<{ name: string; part: string | null }>;

const MEDIA = /^media\/([A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)*)(?:#([A-Za-z_][\w.-]*))?$/;

/**
 * Reads an address of the deck's own media; null for anything else. Names are plain (letters, digits, `-`, `_`, `.`),
 * so there is nothing to decode and no way out of the folder.
 */
export function mediaAddress(url: string): MediaAddress | null {
  if (!url.startsWith('media/')) return null;
  const [, name, part = null] = MEDIA.exec(url) ?? [];
  return name === undefined ? null : { name, part };
}

/** The address with everything percent-encoded that may not stand in one; what is encoded already stays. */
function percentEncoded(url: string): string {
  return url.replace(/%(?![0-9A-Fa-f]{2})|[^\x21-\x7e]|["<>\\^`{|}]/gu, (sign) => encodeURIComponent(sign));
}
