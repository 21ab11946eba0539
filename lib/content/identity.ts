import { hash } from 'node:crypto';
import { MAX_ID_LENGTH } from './limits';

const ID = /^[a-z0-9][a-z0-9-]*$/;

/** The grammar of identifiers in words, for messages. */
export const ID_GRAMMAR = `lower-case letters, digits and hyphens, at most ${MAX_ID_LENGTH} of them, not beginning with a hyphen`;

/** Whether `text` may be the id of a unit or the slug of a deck or a section. */
export function isId(text: string): boolean {
  return text.length <= MAX_ID_LENGTH && ID.test(text);
}

/**
 * An identifier made of the words of `text`: accents dropped, lower case, hyphens between words. It is cut at a word,
 * at `maxLength` units at most, and empty when the text has no Latin letter and no digit.
 */
export function slugOf(text: string, maxLength: number = MAX_ID_LENGTH): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = (words[0] ?? '').slice(0, maxLength);
  for (const word of words.slice(1)) {
    if (slug.length + 1 + word.length > maxLength) break;
    slug += `-${word}`;
  }
  return slug;
}

/** The authored key of a card within its deck: `lmn-tone:fwd`. Never positional. */
export function cardKey(unit: string, variant: string): string {
  return `${unit}:${variant}`;
}

/** What a learner meets on a card: everything the content hash covers. Objectives and tags are not on its face. */
export type CardContent = Readonly<{
  kind: string;
  frontHtml: string;
  backHtml: string;
  extraHtml: string | null;
  sources: readonly string[];
  accept: readonly string[] | null;
}>;

/** Answers only "has this card changed?": 64 hexadecimal digits, the same on every machine. Position is not covered. */
export function contentHash(content: CardContent): string {
  const { kind, frontHtml, backHtml, extraHtml, sources, accept } = content;
  return sha256(
    `["${kind}",${json(frontHtml)},${json(backHtml)},${json(extraHtml)},${jsonList(sources)},${jsonList(accept)}]`,
  );
}

/** What JSON.stringify writes, in less of its time: most texts need no escape. */
function json(text: string | null): string {
  if (text === null) return 'null';
  return ESCAPED_IN_JSON.test(text) ? JSON.stringify(text) : `"${text}"`;
}

function jsonList(texts: readonly string[] | null): string {
  if (texts === null) return 'null';
  let list = '';
  for (const text of texts) list += list === '' ? json(text) : `,${json(text)}`;
  return `[${list}]`;
}

/** What a learner meets in an item, before and after the answer: everything its content hash covers. */
export type ItemContent = Readonly<{
  kind: string;
  stemHtml: string;
  leadInHtml: string;
  options: readonly Readonly<{
    letter: string;
    html: string;
    isKey: boolean;
    rationaleHtml: string | null;
  }>[];
  rationaleHtml: string | null;
  keyPointHtml: string | null;
  extraHtml: string | null;
  sources: readonly string[];
  asOf: string | null;
}>;

/** Answers only "has this item changed?", as `contentHash` does for cards. */
export function itemContentHash(content: ItemContent): string {
  return sha256(
    JSON.stringify([
      content.kind,
      content.stemHtml,
      content.leadInHtml,
      content.options.map(({ letter, html, isKey, rationaleHtml }) => [letter, html, isKey, rationaleHtml]),
      content.rationaleHtml,
      content.keyPointHtml,
      content.extraHtml,
      content.sources,
      content.asOf,
    ]),
  );
}

/**
 * Changes when what is to be remembered changes, or when the author counts `rev=` up. `answer` is plain text with its
 * blanks collapsed, so that bold type or a mended space asks nobody to relearn.
 */
export function answerHash(answer: string, revision: number): string {
  // Marks that NFC composes begin at U+0300: most answers have none.
  const composed = DECOMPOSED.test(answer) ? answer.normalize('NFC') : answer;
  return sha256(`[${json(composed)},${revision}]`);
}

const DECOMPOSED = /[\u0300-\uffff]/;

/** Eight hexadecimal digits that tell texts apart where their words do not; the same on every machine. */
export function fingerprint(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 8);
}

/** Quotation marks, backslashes, control characters, and halves of surrogate pairs: JSON writes most of them otherwise. */
const ESCAPED_IN_JSON = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

function sha256(json: string): string {
  return hash('sha256', json, 'hex');
}
