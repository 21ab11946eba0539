import type { KnownWord } from '../language/known-word';
import type { CardText } from '../parse/facts';
import { sameWords } from './f09-interference';
import type { Rule } from './rule';

/** No card is asked twice: neither in the same words, nor turned round by another unit instead of `dir=both`. */
export const duplicate: Rule = {
  id: 'F10-duplicate',
  severity: 'error',
  summary: 'Ask each question once; for both directions write `dir=both`.',
  why: 'Two memories are kept of one fact, each reminding of the other, and both schedules are wrong.',
  ok: [
    ':::qa{#a obj=L1 src=adams dir=both back="Which drug is swallowed daily?"}\nHow is risdiplam given?\n\n---\n\nBy mouth\n:::',
  ],
  notOk: [
    ':::qa{#a obj=L1 src=adams}\nHow is **risdiplam** given?\n\n---\n\nBy mouth\n:::\n\n:::qa{#b obj=L1 src=adams}\nHow is risdiplam given\n\n---\n\nOrally, daily\n:::',
    ':::qa{#a obj=L1 src=adams}\nWerdnig–Hoffmann disease\n\n---\n\nSMA type 1\n:::\n\n:::qa{#b obj=L1 src=adams}\nSMA type 1\n\n---\n\nWerdnig–Hoffmann disease\n:::',
  ],
  check(deck, report) {
    const fronts = new Map<number, CardText[]>();
    for (const card of deck.cardTexts) {
      const mark = frontMark(card);
      const known = fronts.get(mark);
      const same = known?.find((other) => isSame(card, other));
      const turned = same ?? fronts.get(markOf(card.answer.words))?.find((other) => isTurned(card, other));
      if (turned !== undefined) tell(report, card, turned, same !== undefined);
      if (known === undefined) fronts.set(mark, [card]);
      else if (same === undefined) known.push(card);
    }
  },
};

/** A cloze whose gap hides something else asks something else. */
function frontMark({ block, shown, answer }: CardText): number {
  return block.kind === 'cloze' ? markOf(shown) ^ markOf(answer.words) : markOf(shown);
}

/** A number that two texts of the same words share; texts of other words seldom do. */
function markOf(words: readonly KnownWord[]): number {
  let mark = words.length;
  for (const { index } of words) mark = (Math.imul(mark, 0x01000193) ^ index) | 0;
  return mark;
}

/** Of a cloze, what is hidden has to be the same as well: its gap is no word. */
function isSame(a: CardText, b: CardText): boolean {
  if (a.block === b.block || a.shown.length === 0 || !sameWords(a.shown, b.shown)) return false;
  return (
    a.block.kind === b.block.kind && (a.block.kind === 'qa' || sameWords(a.answer.words, b.answer.words))
  );
}

function isTurned(a: CardText, b: CardText): boolean {
  if (a.block === b.block || a.block.kind !== 'qa' || b.block.kind !== 'qa' || a.shown.length === 0)
    return false;
  return sameWords(a.answer.words, b.shown) && sameWords(a.shown, b.answer.words);
}

function tell(
  report: Parameters<Rule['check']>[1],
  { file, asked }: CardText,
  first: CardText,
  same: boolean,
): void {
  const { line } = first.file.rangeOf(first.block.span);
  const place = `${first.file.path}:${line}`;
  report(file, {
    span: asked.span,
    message: same ? `The card at ${place} asks this already.` : `This is the card at ${place} turned round.`,
    hint: same
      ? 'Remove one of the two, or ask for something else.'
      : 'Remove it and write `dir=both` there.',
  });
}
