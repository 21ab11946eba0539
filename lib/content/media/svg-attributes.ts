import type { SaxesTagNS } from 'saxes';
import { ATTRIBUTES, FUNCTIONS, isProperty } from './svg-vocabulary';

type Tell = (message: string, hint: string) => void;

/**
 * The attributes of an element that are kept, those of `style` among them. References are reduced to `#id` and
 * `url(#id)`; one that leads out of the drawing, or runs, is told.
 */
export function readSvgAttributes(tag: SaxesTagNS, tell: Tell): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  const take = (name: string, value: string) => {
    const read =
      name === 'href'
        ? readHref(value, tell)
        : name === 'id'
          ? readId(value, tell)
          : readValue(name, value, tell);
    if (read !== null) kept.set(name, read);
  };
  for (const { local, prefix, uri, value } of Object.values(tag.attributes)) {
    const name = uri === XLINK ? local : prefix === '' ? local : '';
    if (/^on/i.test(local)) tell(`\`${local.slice(0, 40)}\` would run a script.`, 'Remove the attribute.');
    else if (name !== 'style' && ATTRIBUTES.has(name)) take(name, value);
  }
  // A declaration in `style` is stronger than the attribute of its name.
  for (const [name, value] of declarations(tag.attributes.style?.value ?? '')) {
    if (isProperty(name)) take(name, value);
    else if (/[(\\]/.test(value)) readValue(name, value, tell);
  }
  return kept;
}

const XLINK = 'http://www.w3.org/1999/xlink';
const ID = /^[A-Za-z_][\w.-]{0,79}$/;
/** Keeps every search through a value short. Paths and points, which are long, are not searched. */
const MAX_VALUE_LENGTH = 1_000;
const OWN_PART = /^#[A-Za-z_][\w.-]{0,79}$/;
const OWN_URL = /^url\(\s*(["']?)#([A-Za-z_][\w.-]{0,79})\1\s*\)/;

function readId(value: string, tell: Tell): string | null {
  if (ID.test(value)) return value;
  tell(
    `\`${value.slice(0, 40)}\` cannot be the id of a part.`,
    'Ids begin with a letter and hold letters, digits and `-`.',
  );
  return null;
}

function readHref(value: string, tell: Tell): string | null {
  const trimmed = value.trim();
  if (OWN_PART.test(trimmed)) return trimmed;
  tell(
    `\`${value.slice(0, 60)}\` leads out of the drawing.`,
    'Copy what is needed into the drawing and refer to its `#id`.',
  );
  return null;
}

/** Attributes are read as CSS, where a backslash may stand for any letter and a comment may part a word. */
function readValue(name: string, value: string, tell: Tell): string | null {
  if (name === 'd' || name === 'points') return value.replace(/\s+/g, ' ').trim();
  if (value.length > MAX_VALUE_LENGTH) {
    tell(
      `The value of \`${name}\` is longer than ${MAX_VALUE_LENGTH} characters.`,
      'Only paths and points may be long.',
    );
    return null;
  }
  const text = value.replace(/\s*!important\s*$/, '').trim();
  const called = text.split('(').slice(0, -1).map(lastWord);
  const foreign = called.find((word) => !FUNCTIONS.has(word));
  if (/\\|\/\*|@|javascript:/i.test(text) || foreign !== undefined) {
    tell(
      `The value \`${text.slice(0, 60)}\` of \`${name}\` is not allowed.`,
      'Write a colour, a number or `url(#id)`.',
    );
    return null;
  }
  if (!called.includes('url')) return text;
  const own = OWN_URL.exec(text);
  const rest = own === null ? '' : text.slice(own[0].length);
  if (own !== null && !/url\s*\(/i.test(rest)) return `url(#${own[2]})${rest}`;
  tell(
    `\`${text.slice(0, 60)}\` leads out of the drawing.`,
    'Only parts of the drawing itself can be named: `url(#id)`.',
  );
  return null;
}

function lastWord(text: string): string {
  return (
    text
      .trimEnd()
      .split(/[^\w-]/)
      .at(-1)
      ?.toLowerCase() ?? ''
  );
}

function declarations(style: string): readonly (readonly [name: string, value: string])[] {
  return style.split(';').flatMap((declaration) => {
    const colon = declaration.indexOf(':');
    return colon < 0
      ? []
      : [[declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim()] as const];
  });
}
