import fs from 'node:fs/promises';
import path from 'node:path';
import type { CompileContext, MediaFile } from '@/lib/content/context';
import { MAX_BITMAP_BYTES } from '@/lib/content/limits';
import type { SourceFile } from '@/lib/content/model';
import { UsageError } from './usage-error';

const DECK_FILE = 'deck.md';
const MEDIA_FOLDER = 'media';
/** Names the folders of a folder of decks in teaching order, one a line. Those it does not name follow by name. */
const ORDER_FILE = 'ORDER';

/** One deck as it lies on disk: its files, `deck.md` first, then by name. */
export type DeckFiles = Readonly<{
  folder: string;
  files: readonly SourceFile[];
  /** What lies in its `media` folder; null for a file that belongs to no deck. */
  media: CompileContext['media'];
}>;

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
    return [
      inDeck ? await readDeck(folder, cwd) : { folder, files: [await readFile(absolute, cwd)], media: null },
    ];
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
  const files = await Promise.all(names.map((name) => readFile(path.join(folder, name), cwd)));
  return { folder, files, media: await readMedia(path.join(folder, MEDIA_FOLDER)) };
}

/** Every file below the folder, by its path in it; none where there is no such folder. */
async function readMedia(folder: string): Promise<NonNullable<CompileContext['media']>> {
  const entries = await fs.readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const media = new Map<string, MediaFile>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file).split(path.sep).join('/');
    media.set(name, { bytes: await readUpTo(file, MAX_BITMAP_BYTES) });
  }
  return media;
}

/** What goes beyond the limit is refused for its length: a byte too many tells that, and a film costs no memory. */
async function readUpTo(file: string, limit: number): Promise<Uint8Array> {
  const handle = await fs.open(file);
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, limit + 1);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
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
