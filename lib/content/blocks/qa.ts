import type { Block } from '../parse/block';
import type { CardText } from '../parse/facts';
import { escapeHtml } from '../render/escape';
import type { RenderScope } from '../render/render-html';
import { renderPart } from '../render/render-part';
import { spellingsIn, valueNamed } from './attribute-values';
import type { CardFaces } from './card-faces';

/**
 * The cards of a question: `fwd` asks it, and with `dir=both` `rev` asks it the other way round. The reverse shows
 * `back=` as its question, or the answer where the author gave no words, and is answered by the question. `texts` are
 * those of its cards.
 */
export function qaFaces(block: Block, scope: RenderScope, [text]: readonly CardText[]): readonly CardFaces[] {
  if (text === undefined) return [];
  const [question = [], answer = [], extra] = block.parts;
  const { attributes } = block.head;
  const questionHtml = renderPart(question, scope);
  const answerHtml = renderPart(answer, scope);
  const extraHtml = extra === undefined ? null : renderPart(extra, scope);
  const questionText = text.asked.text;
  const answerText = text.answer.text;
  const forward: CardFaces = {
    variant: 'fwd',
    formerVariants: [],
    siblings: null,
    frontHtml: questionHtml,
    backHtml: answerHtml,
    extraHtml,
    frontText: questionText,
    answer: answerText,
    accept:
      valueNamed(attributes, 'type') === 'in' ? accepted(answerText, valueNamed(attributes, 'accept')) : null,
  };
  if (valueNamed(attributes, 'dir') !== 'both') return [forward];
  const back = valueNamed(attributes, 'back');
  const reverse: CardFaces = {
    variant: 'rev',
    formerVariants: [],
    siblings: null,
    frontHtml: back === null ? answerHtml : `<p>${escapeHtml(back)}</p>`,
    backHtml: questionHtml,
    extraHtml,
    frontText: back ?? answerText,
    answer: questionText,
    accept: null,
  };
  return [forward, reverse];
}

/** The answer itself is always one of the spellings that count. */
function accepted(answer: string, others: string | null): readonly string[] {
  return [...new Set([answer, ...spellingsIn(others ?? '')].filter((spelling) => spelling !== ''))];
}
