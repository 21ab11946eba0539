import ts from 'typescript';
import { lineOf, type Source, walk } from './source';

/** Something in a file that the law forbids there. */
export type Finding = Readonly<{ line: number; message: string }>;

const AMBIENT = [
  ['Date', 'now'],
  ['Math', 'random'],
  ['performance', 'now'],
  ['performance', 'timeOrigin'],
  ['process', 'env'],
  ['process', 'hrtime'],
  ['crypto', 'randomUUID'],
  ['crypto', 'getRandomValues'],
  ['crypto', 'randomBytes'],
  ['crypto', 'randomInt'],
] as const;
const AMBIENT_OBJECTS = ['console', 'Temporal'];

const PRISMA_WRITES =
  /^(create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)$/;
const PRISMA_RAW = /^\$(executeRaw|queryRaw)(Unsafe|Typed)?$/;

const SETS_HTML = /^(dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe)$/;
const PROSE = 'components/ui/prose.tsx';

/** Law 7: clocks, chance, environment and console on floors 0 to 3. */
export function ambientUse({ place, syntax }: Source): readonly Finding[] {
  if (place.kind !== 'house' || place.floor > 3) return [];
  return findings(syntax, (node) => {
    if (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && !node.arguments?.length)
      return 'new Date()';
    if (ts.isCallExpression(node) && isNamed(node.expression, 'Date')) return 'Date()';
    if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return null;
    const object = AMBIENT_OBJECTS.find((name) => isNamed(node.expression, name));
    if (object !== undefined) return object;
    const member = memberName(node);
    const pair = AMBIENT.find(([name, property]) => isNamed(node.expression, name) && property === member);
    return pair === undefined ? null : pair.join('.');
  }).map(({ line, message }) => ({
    line,
    message: `floors 0 to 3 may not use ${message}; take it as an argument`,
  }));
}

/** Law 4: a row changes nowhere but in lib/db. `models` are the names of the client's models, such as `cardState`. */
export function writesOutsideDatabase(
  { place, syntax }: Source,
  models: ReadonlySet<string>,
): readonly Finding[] {
  if (place.kind !== 'house' || place.room === 'db') return [];
  return findings(syntax, (node) => {
    if (!ts.isPropertyAccessExpression(node)) return null;
    if (PRISMA_RAW.test(node.name.text)) return `only lib/db may write SQL (${node.name.text})`;
    const owner = node.expression;
    if (!PRISMA_WRITES.test(node.name.text) || !ts.isPropertyAccessExpression(owner)) return null;
    return models.has(owner.name.text) ? `only lib/db may call ${owner.name.text}.${node.name.text}` : null;
  });
}

/** Law 5: one component may set inner HTML. */
export function innerHtml({ path, place, syntax }: Source): readonly Finding[] {
  if (place.kind !== 'house' || path === PROSE) return [];
  return findings(syntax, (node) => {
    if (!ts.isIdentifier(node) || !SETS_HTML.test(node.text)) return null;
    return `${node.text} belongs to ${PROSE} alone`;
  });
}

function findings(syntax: ts.SourceFile, check: (node: ts.Node) => string | null): readonly Finding[] {
  const found: Finding[] = [];
  walk(syntax, (node) => {
    const message = check(node);
    if (message !== null) found.push({ line: lineOf(syntax, node), message });
  });
  return found;
}

// Also through the global object: `globalThis.Date` is `Date`.
function isNamed(expression: ts.Expression, name: string): boolean {
  if (ts.isIdentifier(expression)) return expression.text === name;
  return (
    ts.isPropertyAccessExpression(expression) &&
    expression.name.text === name &&
    ts.isIdentifier(expression.expression) &&
    expression.expression.text === 'globalThis'
  );
}

function memberName(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): string | null {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : null;
}
