import path from 'node:path';
import ts from 'typescript';
import { type Place, placeOf } from './place';

/** A file as it is on disk: `path` from the root of the repository, with forward slashes. */
export type SourceText = Readonly<{ path: string; text: string }>;

/** What a file asks another for: `file` is a path in the repository, `package` a module from elsewhere; one is null. */
export type Import = Readonly<{
  specifier: string;
  file: string | null;
  package: string | null;
  /** Erased by the compiler, as in `import type`. */
  typeOnly: boolean;
  names: readonly string[];
  line: number;
}>;

export type Source = Readonly<{
  path: string;
  place: Place;
  imports: readonly Import[];
  syntax: ts.SourceFile;
}>;

/** The files, parsed, with their imports resolved against one another. */
export function parse(files: readonly SourceText[]): readonly Source[] {
  const paths = new Set(files.map((file) => file.path));
  return files.map(({ path: file, text }) => {
    const syntax = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    return { path: file, place: placeOf(file), imports: importsOf(syntax, paths), syntax };
  });
}

/** Calls `visit` for `node` and everything inside it, parents first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** The line of `node`, counted from 1. */
export function lineOf(syntax: ts.SourceFile, node: ts.Node): number {
  return syntax.getLineAndCharacterOfPosition(node.getStart(syntax)).line + 1;
}

function importsOf(syntax: ts.SourceFile, paths: ReadonlySet<string>): readonly Import[] {
  const found: Import[] = [];
  const add = (
    node: ts.Node,
    specifier: ts.Node | undefined,
    typeOnly: boolean,
    names: readonly string[],
  ) => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    found.push({
      specifier: specifier.text,
      ...targetOf(syntax.fileName, specifier.text, paths),
      typeOnly,
      names,
      line: lineOf(syntax, node),
    });
  };
  walk(syntax, (node) => {
    if (ts.isImportDeclaration(node)) {
      add(
        node,
        node.moduleSpecifier,
        node.importClause?.isTypeOnly ?? false,
        importedNames(node.importClause),
      );
    } else if (ts.isExportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.isTypeOnly, []);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node, node.argument.literal, true, []);
    } else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
      add(node, node.moduleReference.expression, node.isTypeOnly, []);
    } else if (ts.isCallExpression(node) && isLoadingCall(node.expression)) {
      add(node, node.arguments[0], false, []);
    }
  });
  return found;
}

function importedNames(clause: ts.ImportClause | undefined): readonly string[] {
  const bindings = clause?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings)) return [];
  return bindings.elements.map((element) => (element.propertyName ?? element.name).text);
}

function isLoadingCall(callee: ts.Expression): boolean {
  return (
    callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require')
  );
}

function targetOf(from: string, specifier: string, paths: ReadonlySet<string>) {
  if (specifier.startsWith('@/')) return { file: fileAt(specifier.slice(2), paths), package: null };
  if (!specifier.startsWith('.')) return { file: null, package: packageName(specifier) };
  return { file: fileAt(path.posix.join(path.posix.dirname(from), specifier), paths), package: null };
}

// What is not among the files (a style sheet, the generated client) keeps its bare path, which still tells its room.
function fileAt(bare: string, paths: ReadonlySet<string>): string {
  const candidates = [bare, `${bare}.ts`, `${bare}.tsx`, `${bare}/index.ts`, `${bare}/index.tsx`];
  return candidates.find((candidate) => paths.has(candidate)) ?? bare;
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}
