import fs from 'node:fs/promises';
import path from 'node:path';
import type { SourceFile } from '@/lib/content/model';
import { UsageError } from './usage-error';

const DECK_FILE = 'deck.md';
/** Names the folders of a folder of decks in teaching order, one a line. Those it does not name follow by name. */
const ORDER_FILE = 'ORDER';

/** The files of one deck as they lie on disk, `deck.md` first, then by name. */
export type DeckFiles = Readonly<{ folder: string; files: readonly SourceFile[] }>;

/**
 * The decks under a path: a folder of decks, a deck's folder, a file of a deck (the whole deck), or a file alone.
 * Paths of files are shown relative to `cwd`. Throws `UsageError` when there is nothing to read.
 */
export async function readDecks(target: string, cwd: string): Promise<readonly DeckFiles[]> {
  const absolute = path.resolve(cwd, target);
  const stat = await fs.stat(absolute).catch(() => null);
  if (stat === null)
    throw new UsageError(`There is nothing at ${target}. Name a deck’s folder or a Markdown file.`);
  if (stat.isFile()) {
    const folder = path.dirname(absolute);
    if (!absolute.endsWith('.md')) throw new UsageError(`${target} is not a Markdown file (*.md).`);
    const inDeck = (await markdownIn(folder)).includes(DECK_FILE);
    return [inDeck ? await readDeck(folder, cwd) : { folder, files: [await readFile(absolute, cwd)] }];
  }
  if ((await markdownIn(absolute)).length > 0) return [await readDeck(absolute, cwd)];
  const decks: DeckFiles[] = [];
  for (const name of await foldersIn(absolute)) {
    const folder = path.join(absolute, name);
    if ((await markdownIn(folder)).length > 0) decks.push(await readDeck(folder, cwd));
  }
  if (decks.length === 0)
    throw new UsageError(`There is no deck in ${target}: a deck is a folder with a deck.md.`);
  return decks;
}

async function readDeck(folder: string, cwd: string): Promise<DeckFiles> {
  const names = await markdownIn(folder);
  return { folder, files: await Promise.all(names.map((name) => readFile(path.join(folder, name), cwd))) };
}

/** Bytes that are no UTF-8 become U+FFFD, which the compiler reports where they stand. */
async function readFile(file: string, cwd: string): Promise<SourceFile> {
  return { path: path.relative(cwd, file), text: await fs.readFile(file, 'utf8') };
}

async function markdownIn(folder: string): Promise<readonly string[]> {
  const entries = await fs.readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map(({ name }) => name);
  return names.sort((a, b) => Number(b === DECK_FILE) - Number(a === DECK_FILE) || (a < b ? -1 : 1));
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await fs.readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const order = await fs.readFile(path.join(folder, ORDER_FILE), 'utf8').catch(() => '');
  const place = new Map(order.split(/\s+/).map((name, index) => [name, index]));
  const placeOf = (name: string) => place.get(name) ?? place.size;
  return names.sort((a, b) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
}
