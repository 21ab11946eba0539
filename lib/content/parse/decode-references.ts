import { markdownToMdast } from 'satteri';

const REFERENCE = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/g;

/**
 * The text with its character references (`&amp;`, `&eacute;`, `&#945;`) replaced. The parser decodes them in prose but
 * not in attributes, so each is given to it as prose: its table of names is the one that counts.
 */
export function decodeReferences(text: string): string {
  return text.includes('&') ? text.replace(REFERENCE, decoded) : text;
}

function decoded(reference: string): string {
  const root = markdownToMdast(`.${reference}.`, { position: false });
  const paragraph = root.type === 'root' ? root.children[0] : undefined;
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  return text?.type === 'text' ? text.value.slice(1, -1) : reference;
}
