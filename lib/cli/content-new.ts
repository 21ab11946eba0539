import fs from 'node:fs/promises';
import path from 'node:path';
import { checkLibrary } from '@/lib/content/check-library';
import { ID_GRAMMAR, isId, slugOf } from '@/lib/content/identity';
import { deckTemplate, TEMPLATE_DRAWING } from './deck-template';
import { readLibrary } from './read-library';
import { readWords } from './read-words';
import type { Surroundings } from './surroundings';
import { UsageError } from './usage-error';

/** `content new <deck>`: begins a deck among the built-in ones. Refuses a name that cannot be a slug, or is taken. */
export async function contentNew(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { paths } = readWords('content new', words, []);
  const [slug, surplus] = paths;
  if (slug === undefined || surplus !== undefined)
    throw new UsageError('content new takes one name, that of the deck: `content new motor-neurons`.');
  if (!isId(slug)) {
    const example = slugOf(paths.join(' '));
    throw new UsageError(
      `“${slug}” cannot name a deck: names are ${ID_GRAMMAR}.${example === '' ? '' : ` For example ${example}.`}`,
    );
  }
  const { contentDir, cwd, out } = surroundings;
  const folder = path.join(contentDir, slug);
  const shown = path.relative(cwd, folder) || '.';
  const isNew = await made(folder);
  if (!isNew) {
    surroundings.err(`There is something at ${shown} already. Nothing was changed.\n`);
    return 1;
  }
  await fs.mkdir(path.join(folder, 'media'));
  await fs.writeFile(path.join(folder, 'media/path.svg'), TEMPLATE_DRAWING);
  await fs.writeFile(path.join(folder, 'deck.md'), deckTemplate(slug, await firstClaim(contentDir, cwd)));
  out(
    `${shown}/deck.md is there, with one example of each block, and ${shown}/media for its pictures.\n\n${NEXT}`,
  );
  return 0;
}

const NEXT = `Next:
  1. Write your sources and objectives into the front matter, and your notes and questions over the examples.
  2. npm run content -- watch     checks whatever you save
  3. npm run content -- format    gives every block that has none its id
  4. npm run content -- publish   shows the deck to learners
Where the deck stands among the others says content/ORDER; docs/content-format.md tells the whole format.
`;

/** In a library that lists what it teaches, each case names a claim; the first stands for those that the author means. */
async function firstClaim(contentDir: string, cwd: string): Promise<string | null> {
  const source = await readLibrary(contentDir, cwd).then(
    (library) => library.source,
    () => null,
  );
  const claims = source === null ? null : checkLibrary({ ...source, decks: [] }).claims;
  return claims?.keys().next().value ?? null;
}

/** Makes the folder; false where there is something of that name. */
async function made(folder: string): Promise<boolean> {
  try {
    await fs.mkdir(path.dirname(folder), { recursive: true });
    await fs.mkdir(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
