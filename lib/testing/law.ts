import fs from 'node:fs';
import path from 'node:path';
import { circles } from './law/graph';
import {
  componentsArePure,
  componentsRunInBrowsers,
  crossingsOf,
  type ImportRule,
  noInputOrChance,
  onlyBeneath,
  onlyByTheDoor,
  onlyChosenNeighbours,
  onlyOpsReachTheDatabase,
  onlyThroughTheWall,
  serverOnlyInWeb,
} from './law/import-rules';
import { isTest } from './law/place';
import { parse, type Source, type SourceText } from './law/source';
import { ambientUse, type Finding, innerHtml, writesOutsideDatabase } from './law/syntax-rules';

export type { SourceText };

/** The eight laws of imports by their numbers, and three on the form of the tree. */
export type Law = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 'circles' | 'barrels' | 'drawers';

/** A broken law: `text` names file, line and what to do. */
export type Violation = Readonly<{ law: Law; text: string }>;

const IMPORT_LAWS: readonly (readonly [Law, ImportRule])[] = [
  [1, onlyBeneath],
  [2, onlyChosenNeighbours],
  [3, onlyByTheDoor],
  [4, onlyOpsReachTheDatabase],
  [5, componentsArePure],
  [6, onlyThroughTheWall],
  [7, noInputOrChance],
  [8, serverOnlyInWeb],
];

const FOLDERS = ['app', 'components', 'lib'];
const ROOT_FILES = ['proxy.ts', 'instrumentation.ts'];
const GENERATED = 'lib/db/generated';
const DRAWER = /^(utils?|helpers?|types|services|hooks|constants|common|misc)$/;

/**
 * Everything in `files` that breaks the law of imports. `models` are the models of the database client, with a small
 * first letter. Tests are free to look anywhere; nothing may look at them.
 */
export function violations(files: readonly SourceText[], models: ReadonlySet<string>): readonly Violation[] {
  const sources = parse(files.filter((file) => !isTest(file.path)));
  return [
    ...files.flatMap(formOf),
    ...sources.flatMap(roomless),
    ...sources.flatMap(brokenImports),
    ...[...componentsRunInBrowsers(sources)].map(([source, chain]) =>
      violation(5, source.path, `loads what no browser can run: ${chain.join(' → ')}`),
    ),
    ...sources.flatMap((source) => [
      ...located(4, source, writesOutsideDatabase(source, models)),
      ...located(5, source, innerHtml(source)),
      ...located(7, source, ambientUse(source)),
    ]),
    ...circles(sources).map((circle) =>
      violation('circles', circle[0] ?? '', `imports itself: ${circle.join(' → ')}`),
    ),
  ];
}

/** The source files of the house beneath `root`, without the generated database client. */
export function readTree(root: string): readonly SourceText[] {
  const inFolders = FOLDERS.filter((folder) => fs.existsSync(path.join(root, folder))).flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => path.posix.join(folder, name.split(path.sep).join('/'))),
  );
  return [...inFolders, ...ROOT_FILES.filter((file) => fs.existsSync(path.join(root, file)))]
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file) && !file.startsWith(`${GENERATED}/`))
    .filter((file) => fs.statSync(path.join(root, file)).isFile())
    .sort()
    .map((file) => ({ path: file, text: fs.readFileSync(path.join(root, file), 'utf8') }));
}

/** The models of a Prisma schema, as the client names them: `CardState` is `cardState`. */
export function modelNames(schema: string): ReadonlySet<string> {
  const names = [...schema.matchAll(/^model\s+(\w+)/gm)].map((match) => match[1] ?? '');
  return new Set(names.map((name) => name.charAt(0).toLowerCase() + name.slice(1)));
}

function formOf({ path: file }: SourceText): readonly Violation[] {
  const parts = file.replace(/(\.test)?\.[cm]?[jt]sx?$/, '').split('/');
  const drawer = parts.find((part) => DRAWER.test(part));
  return [
    ...(parts.at(-1) === 'index'
      ? [violation('barrels', file, 'is a barrel: import from the files themselves')]
      : []),
    ...(drawer === undefined
      ? []
      : [violation('drawers', file, `"${drawer}" is a drawer: name what is in it`)]),
  ];
}

function roomless({ path: file, place }: Source): readonly Violation[] {
  return place.kind === 'unknown' ? [violation(1, file, 'is in no room of the house')] : [];
}

function brokenImports(source: Source): readonly Violation[] {
  return crossingsOf(source).flatMap((crossing) =>
    IMPORT_LAWS.flatMap(([law, rule]) => {
      const problem = rule(crossing);
      const where = `${source.path}:${crossing.wanted.line}`;
      return problem === null
        ? []
        : [violation(law, where, `imports ${crossing.wanted.specifier}: ${problem}`)];
    }),
  );
}

function located(law: Law, source: Source, found: readonly Finding[]): readonly Violation[] {
  return found.map(({ line, message }) => violation(law, `${source.path}:${line}`, message));
}

function violation(law: Law, where: string, problem: string): Violation {
  return { law, text: `${where} ${problem}` };
}
