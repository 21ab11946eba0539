import fs from 'node:fs/promises';
import path from 'node:path';
import type { LibrarySource } from '@/lib/content/check-library';
import { readForeignRuns } from '@/lib/content/foreign-runs';
import type { SourceFile } from '@/lib/content/model';
import { type DeckFiles, readDecks } from './read-decks';

/** What the decks of a folder promise to teach, beside their folders. */
const CLAIMS_FILE = 'claims.yaml';
/** Hashes of texts that belong to others, beside it. */
const FOREIGN_RUNS_FILE = 'foreign-runs.txt';

/** A path as it was read: the decks it means, among the decks they may refer to. */
export type LibraryFiles = Readonly<{
  source: LibrarySource;
  /** In the order of `source.decks`. */
  decks: readonly (DeckFiles & Readonly<{ wanted: boolean }>)[];
  /** Whether the path means all of the library. */
  whole: boolean;
}>;

/**
 * Reads what is under a path as `readDecks` does, together with what its decks may refer to: a folder of decks is a
 * library; a deck belongs to the library of its parent folder where that has a `claims.yaml`, and stands alone elsewhere.
 */
export async function readLibrary(target: string, cwd: string): Promise<LibraryFiles> {
  const wanted = await readDecks(target, cwd);
  const absolute = path.resolve(cwd, target);
  const whole = wanted.every(({ folder }) => path.dirname(folder) === absolute);
  const root = whole ? absolute : path.dirname(wanted[0]?.folder ?? absolute);
  const claims = await readIfThere(path.join(root, CLAIMS_FILE), cwd);
  const complete = whole || claims !== null;
  const all = whole || !complete ? wanted : await readDecks(root, cwd);
  const foreignRuns = complete ? await readIfThere(path.join(root, FOREIGN_RUNS_FILE), cwd) : null;
  const folders = new Set(wanted.map(({ folder }) => folder));
  return {
    source: {
      decks: all.map(({ files, media }) => ({ files, media })),
      complete,
      claims,
      foreignRuns: foreignRuns === null ? null : readForeignRuns(foreignRuns.text),
      today: today(),
    },
    decks: all.map((deck) => ({ ...deck, wanted: folders.has(deck.folder) })),
    whole,
  };
}

async function readIfThere(file: string, cwd: string): Promise<SourceFile | null> {
  const text = await fs.readFile(file, 'utf8').catch(() => null);
  return text === null ? null : { path: path.relative(cwd, file), text };
}

/** Where the author sits: `2026-12-31`. */
function today(): string {
  const now = new Date();
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
