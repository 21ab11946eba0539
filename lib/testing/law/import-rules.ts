import { chainTo } from './graph';
import { isTest, type Place, placeOf } from './place';
import type { Import, Source } from './source';

type House = Extract<Place, { kind: 'house' }>;

/** One side of an import, and the other when it lies in the repository. */
export type Crossing = Readonly<{ source: Source; from: House; wanted: Import; to: Place | null }>;

/** Says what is wrong with an import, or null. */
export type ImportRule = (crossing: Crossing) => string | null;

const SIDEWAYS: Readonly<Record<string, readonly string[]>> = {
  quiz: ['content', 'scheduling'],
  planning: ['scheduling'],
  authoring: ['content'],
  stats: ['scheduling', 'quiz'],
  transfer: ['content', 'scheduling', 'quiz'],
};

const MARKDOWN = /^(satteri|katex|unified|(mdast|hast|remark|rehype|micromark|unist|vfile)(-.+)?)$/;
const MARKDOWN_TYPES = /^@types\/(mdast|hast|unist)$/;
const DATABASE = /^(@prisma\/.+|prisma|better-sqlite3)$/;
const INPUT_OUTPUT =
  /^(node:)?(fs|net|http|http2|https|tls|dgram|dns|child_process|cluster|worker_threads|readline|os)$/;

/** The crossings of `source` that the rules are about: those of files in the house. */
export function crossingsOf(source: Source): readonly Crossing[] {
  const { place: from } = source;
  if (from.kind !== 'house') return [];
  return source.imports.map((wanted) => ({
    source,
    from,
    wanted,
    to: wanted.file === null ? null : placeOf(wanted.file),
  }));
}

/** Law 1. */
export const onlyBeneath: ImportRule = ({ from, wanted, to }) => {
  if (wanted.file !== null && isTest(wanted.file)) return 'only tests may use tests and lib/testing';
  if (to === null || (to.kind === 'outside' && isAsset(wanted.file))) return null;
  if (to.kind !== 'house') return 'is in no room of the house';
  if (to.room === from.room || to.floor < from.floor) return null;
  // Sideways on floor 1 is a law of its own.
  if (to.floor === 1 && from.floor === 1) return null;
  return `${to.room} is not beneath ${from.room}`;
};

/** Law 2. */
export const onlyChosenNeighbours: ImportRule = ({ from, to }) => {
  if (to?.kind !== 'house' || from.floor !== 1 || to.floor !== 1 || to.room === from.room) return null;
  return SIDEWAYS[from.room]?.includes(to.room) ? null : `${from.room} may not look sideways into ${to.room}`;
};

/** Law 3. The rooms of ops and of components are one folder further in; app is nobody's to enter. */
export const onlyByTheDoor: ImportRule = ({ from, to }) => {
  if (to?.kind !== 'house' || to.room === 'app') return null;
  const doorDepth = to.room === 'ops' || to.room === 'components' ? 1 : 0;
  if (to.depth <= doorDepth) return null;
  const inner = to.folder.split('/').slice(0, doorDepth).join('/');
  const isAtHome = from.room === to.room && `${from.folder}/`.startsWith(inner === '' ? '' : `${inner}/`);
  return isAtHome ? null : `${to.folder} is a closet of ${to.room}`;
};

/** Law 4. */
export const onlyOpsReachTheDatabase: ImportRule = ({ source, from, wanted, to }) => {
  if (to?.kind !== 'house' || to.room !== 'db' || from.room === 'db') return null;
  if (source.path === 'lib/web/auth.ts' && wanted.file === 'lib/db/auth-client.ts') return null;
  if (from.room !== 'ops') return 'only ops may read and write the database';
  const opens = /^lib\/db\/(connect|client)\.ts$/.test(wanted.file ?? '') && !wanted.typeOnly;
  return opens && source.path !== 'lib/ops/ctx.ts' ? 'only ops/ctx.ts may open the database' : null;
};

/** Law 5, as far as a single import can break it. */
export const componentsArePure: ImportRule = ({ from, to }) => {
  if (from.room !== 'components' || to?.kind !== 'house') return null;
  return to.floor <= 1 || to.room === 'components'
    ? null
    : 'components know floors 0 and 1 only; pass it in as a prop';
};

/** Law 5, along the chain: what a component loads must be able to run in a browser. */
export function componentsRunInBrowsers(sources: readonly Source[]): ReadonlyMap<Source, readonly string[]> {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const found = new Map<Source, readonly string[]>();
  for (const source of sources) {
    if (source.place.kind !== 'house' || source.place.room !== 'components') continue;
    const chain = chainTo(source, byPath, ({ specifier, package: name }) => {
      return specifier.startsWith('node:') || (name !== null && (MARKDOWN.test(name) || DATABASE.test(name)));
    });
    if (chain !== null) found.set(source, chain);
  }
  return found;
}

/** Law 6. */
export const onlyThroughTheWall: ImportRule = ({ source, from, wanted }) => {
  const name = wanted.package;
  if (name === null) return null;
  if (DATABASE.test(name) && from.room !== 'db') return 'only db may know Prisma and SQLite';
  if (name === 'ts-fsrs' && source.path !== 'lib/scheduling/fsrs.ts')
    return 'only scheduling/fsrs.ts may know ts-fsrs';
  if ((MARKDOWN.test(name) || MARKDOWN_TYPES.test(name)) && from.room !== 'content') {
    return 'only content may know the Markdown parser and KaTeX';
  }
  if (name === 'better-auth' && from.room !== 'web') return 'only web may know better-auth';
  if (name === 'next' && from.room !== 'web' && from.room !== 'app') return 'only web and app may know Next';
  if (/^react(-dom)?$/.test(name) && !mayKnowReact(from, wanted)) {
    return 'only components and app may know React, and web its cache';
  }
  return null;
};

/** `cache` is how one request keeps one context, hence one instant, from its layout to its page. */
function mayKnowReact(from: House, { names }: Import): boolean {
  if (from.room === 'components' || from.room === 'app') return true;
  return from.room === 'web' && names.length > 0 && names.every((name) => name === 'cache');
}

/** Law 7, as far as imports can break it: floors 0 and 1 are pure, and 0 to 3 draw no random number. */
export const noInputOrChance: ImportRule = ({ from, wanted }) => {
  const { specifier, names } = wanted;
  if (wanted.typeOnly || wanted.package === null) return null;
  if (from.floor <= 1 && INPUT_OUTPUT.test(specifier.replace(/\/promises$/, '')))
    return 'floors 0 and 1 do no input or output';
  if (from.floor > 3) return null;
  if (/^(node:)?perf_hooks$/.test(specifier)) return 'floors 0 to 3 hold no clock';
  const random = names.filter((name) => isRandom(specifier, name));
  return random.length > 0 ? `floors 0 to 3 hold no clock and no chance: ${random.join(', ')}` : null;
};

/** Law 8. */
export const serverOnlyInWeb: ImportRule = ({ from, wanted }) =>
  wanted.package === 'server-only' && from.room !== 'web' ? "only lib/web says import 'server-only'" : null;

function isRandom(specifier: string, name: string): boolean {
  if (/^(node:)?crypto$/.test(specifier)) return /^random|^getRandom|^webcrypto$/.test(name);
  return specifier === 'uuid' && /^v[1467]$/.test(name);
}

function isAsset(file: string | null): boolean {
  return file !== null && /\.(css|json|svg|png)$/.test(file);
}
