import type { Block, Deletion } from '../parse/block';
import type { CardText } from '../parse/facts';
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
  const hintOf = (deletion: Deletion | undefined) =>
    valueNamed(deletion?.attributes ?? [], 'hint') ?? unitHint;
  return texts.map(({ variant: key, answer }) => {
    const hidden: RenderScope['deletion'] = (node) =>
      node.name === key ? hiddenHtml(hintOf(block.deletions.get(node))) : null;
    const shown: RenderScope['deletion'] = (node, inner) =>
      node.name === key ? `<mark class="cloze">${inner()}</mark>` : null;
    return {
      variant: key,
      formerVariants: [],
      siblings: null,
      frontHtml: renderPart(text, { ...scope, deletion: hidden }),
      backHtml: renderPart(text, { ...scope, deletion: shown }),
      extraHtml,
      frontText: plainText(text, (node) =>
        node.type === 'textDirective' && node.name === key ? blank(hintOf(block.deletions.get(node))) : null,
      ),
      answer: answer.text,
      accept: accepted(block, key, typed),
    };
  });
}

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
  for (const deletion of block.deletions.values()) if (deletion.node.name === key) deletions.push(deletion);
  const isNamed = deletions.some(({ attributes }) => valueNamed(attributes, 'accept') !== null);
  if (!typed && !isNamed) return null;
  const given = deletions.map(({ attributes }) => valueNamed(attributes, 'accept') ?? '');
  const answers = deletions.map(({ node }) => plainText(node.children));
  return [...new Set([...answers, ...given.flatMap(spellingsIn)])];
}
