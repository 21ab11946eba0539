import type { Block, Deletion } from '../parse/block';
import { isClozeKey } from '../parse/read-deletions';
import { escapeHtml } from '../render/escape';
import { plainText } from '../render/plain-text';
import type { RenderScope } from '../render/render-html';
import { renderPart } from '../render/render-part';
import { spellingsIn, valueNamed } from './attribute-values';
import type { CardFaces } from './card-faces';

/**
 * The cards of a cloze, one for each key in the order of their first place. The front hides every deletion of the key
 * and shows the others as plain text; the back marks them. A deletion with `accept=`, or `type=in`, is typed.
 */
export function clozeFaces(block: Block, scope: RenderScope): readonly CardFaces[] {
  const [text = [], extra] = block.parts;
  const extraHtml = extra === undefined ? null : renderPart(extra, scope);
  const unitHint = valueNamed(block.head.attributes, 'hint');
  const typed = valueNamed(block.head.attributes, 'type') === 'in';
  const hintOf = (deletion: Deletion | undefined) =>
    valueNamed(deletion?.attributes ?? [], 'hint') ?? unitHint;
  return [...byKey(block)].map(([key, deletions]) => {
    const hidden: RenderScope['deletion'] = (node) =>
      node.name === key ? hiddenHtml(hintOf(block.deletions.get(node))) : null;
    const shown: RenderScope['deletion'] = (node, inner) =>
      node.name === key ? `<mark class="cloze">${inner()}</mark>` : null;
    const answers = deletions.map(({ node }) => plainText(node.children));
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
      answer: answers.join('; '),
      accept: accepted(deletions, answers, typed),
    };
  });
}

/** The deletions of each key. The same key twice is one card that hides both. */
function byKey(block: Block): ReadonlyMap<string, readonly Deletion[]> {
  const keys = new Map<string, Deletion[]>();
  for (const deletion of block.deletions.values()) {
    if (!isClozeKey(deletion.node.name)) continue;
    const known = keys.get(deletion.node.name);
    if (known === undefined) keys.set(deletion.node.name, [deletion]);
    else known.push(deletion);
  }
  return keys;
}

/** A gap for the eye and a word for the ear. */
function hiddenHtml(hint: string | null): string {
  const spoken = hint === null ? 'blank' : `blank, hint: ${hint}`;
  return `<span class="cloze cloze-hidden" role="img" aria-label="${escapeHtml(spoken)}">${escapeHtml(blank(hint))}</span>`;
}

function blank(hint: string | null): string {
  return hint === null ? '[…]' : `[${hint}]`;
}

function accepted(
  deletions: readonly Deletion[],
  answers: readonly string[],
  typed: boolean,
): readonly string[] | null {
  const given = deletions
    .map(({ attributes }) => valueNamed(attributes, 'accept'))
    .filter((value) => value !== null);
  if (!typed && given.length === 0) return null;
  return [...new Set([...answers, ...given.flatMap(spellingsIn)])];
}
