import path from 'node:path';

/** The rooms of each floor beneath the lib folder. A new room is entered here in the commit that makes it. */
const ROOMS: ReadonlyMap<string, Floor> = new Map<string, Floor>([
  ['base', 0],
  ...['content', 'scheduling', 'accounts'].map((room) => [room, 1] as const),
  ...['quiz', 'authoring', 'stats', 'transfer', 'planning', 'cohorts', 'audit'].map(
    (room) => [room, 1] as const,
  ),
  ...['db', 'store', 'sandbox'].map((room) => [room, 2] as const),
  ['ops', 3],
  ['web', 4],
  ['cli', 5],
]);

const ROOT_FILES_OF_APP = ['proxy.ts', 'instrumentation.ts'];

/** How much a file may know: 0 nothing but the language, 5 everything but its neighbours. */
export type Floor = 0 | 1 | 2 | 3 | 4 | 5;

/**
 * Where a file lives.
 * - `house`: on a floor, in a room; `depth` counts the folders between the room and the file.
 * - `tests`: a test, or something that only tests use. `unknown`: in the house, but in no room.
 * - `outside`: scripts, configuration, benchmarks; they look at the house, it never looks at them.
 */
export type Place =
  | Readonly<{ kind: 'house'; floor: Floor; room: string; folder: string; depth: number }>
  | Readonly<{ kind: 'tests' }>
  | Readonly<{ kind: 'unknown' }>
  | Readonly<{ kind: 'outside' }>;

/** The place of `file`, a path from the root of the repository with forward slashes. */
export function placeOf(file: string): Place {
  const folders = path.posix.dirname(file).split('/');
  if (isTest(file)) return { kind: 'tests' };
  if (ROOT_FILES_OF_APP.includes(file) || folders[0] === 'app') return inHouse(5, 'app', folders.slice(1));
  if (folders[0] === 'components') return inHouse(4, 'components', folders.slice(1));
  if (folders[0] !== 'lib') return { kind: 'outside' };
  const room = folders[1] ?? '';
  const floor = ROOMS.get(room);
  return floor === undefined ? { kind: 'unknown' } : inHouse(floor, room, folders.slice(2));
}

/** Whether `file` is a test or one of the tools that only tests use. */
export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || file.startsWith('lib/testing/') || file.startsWith('e2e/');
}

function inHouse(floor: Floor, room: string, inside: readonly string[]): Place {
  return { kind: 'house', floor, room, folder: inside.join('/'), depth: inside.length };
}
