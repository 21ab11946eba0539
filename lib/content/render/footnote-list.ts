import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import type { Node } from '../parse/markdown';

/**
 * Stands in ids for the name of the page or the face that shows the notes: two faces on one page may not share an id.
 * No text can hold this unit, and no section or unit can be called what `namedNotes` makes of it.
 */
const NAME = '\0';

/** The notes of one stretch of text: numbered as its marks are met, and listed at its end. */
export class FootnoteList {
  readonly #of: ReadonlyMap<FootnoteReference, FootnoteDefinition>;
  readonly #marked = new Map<FootnoteDefinition, { readonly number: number; marks: number }>();

  constructor(of: ReadonlyMap<FootnoteReference, FootnoteDefinition>) {
    this.#of = of;
  }

  /** The mark of a note as a link to it; null for a mark without a note. */
  mark(reference: FootnoteReference): string | null {
    const definition = this.#of.get(reference);
    if (definition === undefined) return null;
    const note = this.#marked.get(definition) ?? { number: this.#marked.size + 1, marks: 0 };
    this.#marked.set(definition, note);
    note.marks += 1;
    const { number, marks } = note;
    return `<sup class="footnote-mark"><a id="${markId(number, marks)}" href="#${noteId(number)}" role="doc-noteref" aria-label="Note ${number}">${number}</a></sup>`;
  }

  /** The notes that were marked, each with the ways back to its marks. A note may mark further notes. */
  html(render: (nodes: readonly Node[]) => string): string {
    const texts: string[] = [];
    // The map grows while its notes are rendered, and the loop goes on with what was added.
    for (const [definition] of this.#marked) {
      const [first, ...others] = definition.children;
      const isLine = first?.type === 'paragraph' && others.length === 0;
      texts.push(render(isLine ? first.children : definition.children));
    }
    if (texts.length === 0) return '';
    // The ways back come last: a later note may have marked an earlier one again.
    const items = [...this.#marked.values()].map(({ number, marks }) => {
      const back = Array.from({ length: marks }, (_, index) => backlink(number, index + 1));
      return `<li id="${noteId(number)}">${texts[number - 1]}${back.join('')}</li>`;
    });
    return `<ol class="footnotes">${items.join('')}</ol>`;
  }
}

/** The HTML with the name of its page or face in the ids of its notes. */
export function namedNotes(html: string, ...name: readonly (string | number)[]): string {
  return html.replaceAll(NAME, name.join('_'));
}

function noteId(number: number): string {
  return `${NAME}_note_${number}`;
}

function markId(number: number, count: number): string {
  return `${NAME}_mark_${number}${count === 1 ? '' : `_${count}`}`;
}

function backlink(number: number, count: number): string {
  const label = count === 1 ? 'Back to the text' : `Back to the text, place ${count}`;
  return ` <a href="#${markId(number, count)}" role="doc-backlink" aria-label="${label}">↩</a>`;
}
