import type { Nodes } from 'mdast';
import type { Block, Deletion } from '../parse/block';
import type { CardText } from '../parse/facts';
import type { TextDirective } from '../parse/markdown';
import { escapeHtml } from '../render/escape';
import { plainText } from '../render/plain-text';
import type { RenderScope, ShownDeletions } from '../render/render-html';
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
  const typed = valueNamed(block.head.attributes, 'type') === 'in';
  const face = new ClozeFace(block);
  const faces: RenderScope = { ...scope, face };
  return texts.map(({ variant: key, answer }) => {
    face.key = key;
    face.hides = true;
    const frontHtml = renderPart(text, faces);
    face.hides = false;
    return {
      variant: key,
      formerVariants: [],
      siblings: null,
      frontHtml,
      backHtml: renderPart(text, faces),
      extraHtml,
      frontText: plainText(text, (node) => face.toldAs(node)),
      answer: answer.text,
      accept: accepted(block, key, typed),
    };
  });
}

/** How the deletions of a block show. One serves all its cards: what they differ in is the key, and which face it is. */
class ClozeFace implements ShownDeletions {
  key = '';
  hides = true;
  readonly #deletions: readonly Deletion[];
  readonly #hint: string | null;

  constructor({ deletions, head }: Block) {
    this.#deletions = deletions;
    this.#hint = valueNamed(head.attributes, 'hint');
  }

  /** A gap for the eye and a word for the ear. */
  gapHtml(node: TextDirective): string {
    const hint = this.#hintOf(node);
    const spoken = hint === null ? 'blank' : `blank, hint: ${hint}`;
    return `<span class="cloze cloze-hidden" role="img" aria-label="${escapeHtml(spoken)}">${escapeHtml(gapText(hint))}</span>`;
  }

  /** What plain text says instead of a node of the key; null for any other. */
  toldAs(node: Nodes): string | null {
    return node.type === 'textDirective' && node.name === this.key ? gapText(this.#hintOf(node)) : null;
  }

  #hintOf(node: TextDirective): string | null {
    for (const deletion of this.#deletions)
      if (deletion.node === node) return valueNamed(deletion.attributes, 'hint') ?? this.#hint;
    return this.#hint;
  }
}

function gapText(hint: string | null): string {
  return hint === null ? '[…]' : `[${hint}]`;
}

/** The same key twice is one card that hides both, and either is right. */
function accepted(block: Block, key: string, typed: boolean): readonly string[] | null {
  const deletions: Deletion[] = [];
  let isNamed = false;
  for (const deletion of block.deletions) {
    if (deletion.node.name !== key) continue;
    deletions.push(deletion);
    isNamed ||= valueNamed(deletion.attributes, 'accept') !== null;
  }
  if (!typed && !isNamed) return null;
  const given = deletions.map(({ attributes }) => valueNamed(attributes, 'accept') ?? '');
  const answers = deletions.map(({ node }) => plainText(node.children));
  return [...new Set([...answers, ...given.flatMap(spellingsIn)])];
}
