import { MAX_FORMULAS } from '../limits';
import type { FileFacts } from '../parse/facts';
import { endOf, spanOf, startOf } from '../parse/markdown';
import type { Span } from '../parse/span';
import { type FormulaNode, formulaOf } from '../render/formula';
import type { Rule } from './rule';

/** Formulas are TeX that can be set. */
export const formula: Rule = {
  id: 'S21-formula',
  severity: 'error',
  summary: 'Write formulas in TeX that KaTeX knows.',
  why: 'Learners would meet its source instead of the formula. Links, classes and styles inside formulas are refused: a deck may not reach beyond its text.',
  ok: ['A $$\\frac{a}{b}$$ costs $5 to $10.', '$$\n\\sum_{i=1}^n x_i\n$$', 'In µ: $$5\\,\\text{µmol/l}$$'],
  notOk: [
    'The $$\\frac{a}$$ of it.',
    '$$\nx^{2\n$$',
    '$$\\notacommand$$',
    '$$\\href{https://example.org}{x}$$',
    '$$\\def\\a{\\a\\a}\\a$$',
    `$$${'{'.repeat(1_900)}$$`,
    `$$${'x'.repeat(3_000)}$$`,
  ],
  check(deck, report) {
    for (const file of deck.files)
      for (const [index, node] of file.formulas.entries()) {
        if (index >= MAX_FORMULAS) {
          const message = `This file has more than ${MAX_FORMULAS} formulas; this one goes beyond.`;
          report(file, { span: spanOf(node), message, hint: 'Divide the file.' });
          return;
        }
        const { problem } = formulaOf(node);
        if (problem === null) continue;
        const { message, hint } = problem;
        report(file, { span: spanInFormula(file, node, problem), message, hint });
      }
  },
};

/** The place in the source; the whole formula where quotation or list markers stand between its lines. */
function spanInFormula(file: FileFacts, node: FileFacts['formulas'][number], { start, end }: Span): Span {
  const { value }: FormulaNode = node;
  const from = file.source.text.indexOf(value, startOf(node));
  if (from < 0 || from + value.length > endOf(node)) return spanOf(node);
  return { start: from + start, end: from + Math.max(start + 1, end) };
}
