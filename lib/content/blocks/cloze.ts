import type { Nodes } from 'mdast';
import type { Attribute } from '../parse/attributes';
import type { Block, Deletion } from '../parse/block';
import type { CardText } from '../parse/facts';
import type { TextDirective } from '../parse/markdown';
import { escapeHtml } from '../render/escape';
import { plainText } from '../render/plain-text';
import type { RenderScope } from '../render/render-html';
import { renderPart } from '../render/render-part';
import { spellingsIn, valueNamed } from './attribute-values';
import type { CardFaces } from './card-faces';

/**
 * The cards of a cloze, one for each key in the order of their first place. The front hides every deletion of the key
 * and shows the others as plain text; the back marks them. A deletion with `accept=`, or `type=in`, is typed. `texts` are
 * those of its cards.
 */
export function clozeFaces(
  block: Block,
  scope: RenderScope,
  texts: readonly CardText[],
): readonly CardFaces[] {
  const [text = [], extra] = block.parts;
  const extraHtml = extra === undefined ? null : renderPart(extra, scope);
  const unitHint = valueNamed(block.head.attributes, 'hint');
  const typed = valueNamed(block.head.attributes, 'type') === 'in';
  const hintOf = (node: TextDirective) =>
    valueNamed(block.deletions.get(node)?.attributes ?? NONE, 'hint') ?? unitHint;
  // One scope for all faces: what they differ in is the key asked, and whether it is hidden or marked.
  let asked = '';
  let hides = true;
  const faces: RenderScope = {
    ...scope,
    deletion: (node, inner) => {
      if (node.name !== asked) return null;
      return hides ? hiddenHtml(hintOf(node)) : `<mark class="cloze">${inner()}</mark>`;
    },
  };
  const told = (node: Nodes) =>
    node.type === 'textDirective' && node.name === asked ? blank(hintOf(node)) : null;
  return texts.map(({ variant: key, answer }) => {
    asked = key;
    hides = true;
    const frontHtml = renderPart(text, faces);
    hides = false;
    return {
      variant: key,
      formerVariants: [],
      siblings: null,
      frontHtml,
      backHtml: renderPart(text, faces),
      extraHtml,
      frontText: plainText(text, told),
      answer: answer.text,
      accept: accepted(block, key, typed),
    };
  });
}

const NONE: readonly Attribute[] = [];

/** A gap for the eye and a word for the ear. */
function hiddenHtml(hint: string | null): string {
  const spoken = hint === null ? 'blank' : `blank, hint: ${hint}`;
  return `<span class="cloze cloze-hidden" role="img" aria-label="${escapeHtml(spoken)}">${escapeHtml(blank(hint))}</span>`;
}

function blank(hint: string | null): string {
  return hint === null ? '[…]' : `[${hint}]`;
}

/** The same key twice is one card that hides both, and either is right. */
function accepted(block: Block, key: string, typed: boolean): readonly string[] | null {
  const deletions: Deletion[] = [];
  let isNamed = false;
  for (const deletion of block.deletions.values()) {
    if (deletion.node.name !== key) continue;
    deletions.push(deletion);
    isNamed ||= valueNamed(deletion.attributes, 'accept') !== null;
  }
  if (!typed && !isNamed) return null;
  const given = deletions.map(({ attributes }) => valueNamed(attributes, 'accept') ?? '');
  const answers = deletions.map(({ node }) => plainText(node.children));
  return [...new Set([...answers, ...given.flatMap(spellingsIn)])];
}
