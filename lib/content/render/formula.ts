import { createRequire } from 'node:module';
import type { KatexOptions } from 'katex';
import { MAX_FORMULA_LENGTH } from '../limits';
import { MAX_SIZE_EM, safeMathMl } from './math-ml';

/** A formula as MathML, or what is wrong with it. */
export type Formula =
  | Readonly<{ html: string; problem: null }>
  | Readonly<{ html: null; problem: FormulaProblem }>;

/** `start` and `end` count in the TeX. */
export type FormulaProblem = Readonly<{ start: number; end: number; message: string; hint: string }>;

/** A node that holds a formula; `math` stands on lines of its own. */
export type FormulaNode = Readonly<{ type: 'math' | 'inlineMath'; value: string }>;

/** The formula of a node, set once: a rule asks for it, and then every face that shows it. */
export function formulaOf(node: FormulaNode): Formula {
  const known = SET.get(node);
  if (known !== undefined) return known;
  const formula = setFormula(node.value, node.type === 'math');
  SET.set(node, formula);
  return formula;
}

const SET = new WeakMap<FormulaNode, Formula>();

/**
 * TeX by KaTeX. Macros expand a thousand times at most, no size goes beyond 20 em, and commands that name addresses,
 * classes or styles are refused. Letters of any script may stand in it; other departures from LaTeX are mistakes.
 */
function setFormula(tex: string, display: boolean): Formula {
  if (tex.length > MAX_FORMULA_LENGTH)
    return wrong(0, tex.length, `has ${tex.length} characters; at most ${MAX_FORMULA_LENGTH} are read`);
  const refused: string[] = [];
  const options: KatexOptions = {
    output: 'mathml',
    displayMode: display,
    throwOnError: true,
    maxExpand: 1_000,
    maxSize: MAX_SIZE_EM,
    strict: (code) => (code.startsWith('unicode') || code === 'unknownSymbol' ? 'ignore' : 'error'),
    trust: ({ command }) => {
      refused.push(command);
      return false;
    },
  };
  try {
    const html = safeMathMl(katex().renderToString(tex, options));
    const [command] = refused;
    if (command !== undefined) {
      const at = Math.max(0, tex.indexOf(command));
      return wrong(at, at + command.length, `may not use \`${command}\``);
    }
    return html === null ? wrong(0, tex.length, 'cannot be shown') : { html, problem: null };
  } catch (error) {
    return causeOf(error, tex);
  }
}

/** Loaded with the first formula: most decks have none, and it takes as long as compiling a deck. */
function katex(): typeof import('katex') {
  loaded ??= require('katex') as typeof import('katex');
  return loaded;
}

const require = createRequire(import.meta.url);
let loaded: typeof import('katex') | null = null;

/** What KaTeX says of a mistake. Anything else it throws is a stack that was too deep for it. */
function causeOf(error: unknown, tex: string): Formula {
  if (!(error instanceof Error) || error.name !== 'ParseError')
    return wrong(0, tex.length, 'nests too deeply');
  const { position, length, rawMessage } = error as Error &
    Partial<Record<'position' | 'length', number>> & { rawMessage?: string };
  const start = Math.min(position ?? 0, tex.length);
  const end = position === undefined ? tex.length : Math.min(tex.length, start + Math.max(1, length ?? 1));
  const said = (rawMessage ?? '').replace(/\s+/g, ' ').slice(0, 120);
  return wrong(start, end, `cannot be read: ${said}`);
}

function wrong(start: number, end: number, what: string): Formula {
  const message = `This formula ${what}.`;
  return {
    html: null,
    problem: { start, end, message, hint: 'Formulas are written in TeX: `$$x^2$$`, `$$\\frac{a}{b}$$`.' },
  };
}
