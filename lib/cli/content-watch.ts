import { hash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { checkLibrary } from '@/lib/content/check-library';
import { formatDiagnostic } from '@/lib/content/format-diagnostic';
import { changesUnder } from './changes-under';
import { count } from './count';
import { type DeckFiles, readDecks } from './read-decks';
import { type LibraryFiles, readLibrary } from './read-library';
import { readWords } from './read-words';
import type { Surroundings } from './surroundings';
import { UsageError } from './usage-error';

/**
 * `content watch [paths…]`: checks the decks, and then again each deck of which a file changed, came or went. What was
 * printed stays on the screen, and what is wrong with a library as a whole is left to `content check`. Ends with 0 when it
 * is interrupted.
 */
export async function contentWatch(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { paths } = readWords('content watch', words, []);
  const { cwd, contentDir, out, interrupted } = surroundings;
  const targets = paths.length === 0 ? [contentDir] : paths;
  const seen: Seen = { decks: new Map(), trouble: '' };
  // What is not there to begin with is a slip of the pen; what goes away later may come back.
  for (const target of targets) await readDecks(target, cwd);
  const signal = interrupted();
  await look(targets, seen, surroundings);
  out('Waiting for changes. Ctrl-C ends.\n');
  const folders = await Promise.all(targets.map((target) => folderOf(path.resolve(cwd, target))));
  for await (const _ of changesUnder(folders, signal)) await look(targets, seen, surroundings);
  return 0;
}

type Seen = {
  /** What each deck's files said when they were checked last, by the deck's folder. */
  readonly decks: Map<string, string>;
  /** What could not be read at the last look; empty where everything could. */
  trouble: string;
};

async function look(targets: readonly string[], seen: Seen, { cwd, out, err }: Surroundings): Promise<void> {
  const read = await librariesAt(targets, cwd);
  const trouble = typeof read === 'string' ? read : '';
  if (trouble !== '' && trouble !== seen.trouble) err(`${clock()} ${trouble}\n`);
  seen.trouble = trouble;
  if (typeof read === 'string') return;
  const present = new Set<string>();
  for (const library of read) {
    const changed = library.decks.map((deck) => deck.wanted && isChanged(deck, seen, present));
    if (changed.includes(true)) report(library, changed, out);
  }
  for (const folder of [...seen.decks.keys()].filter((known) => !present.has(known))) {
    seen.decks.delete(folder);
    out(`${clock()} ${path.basename(folder)}: gone\n`);
  }
}

/** The libraries that are there, or why they cannot be read: a file may go between two steps, or be somebody else's. */
async function librariesAt(
  targets: readonly string[],
  cwd: string,
): Promise<readonly LibraryFiles[] | string> {
  const libraries: LibraryFiles[] = [];
  for (const target of targets) {
    try {
      libraries.push(await readLibrary(target, cwd));
    } catch (error) {
      if (error instanceof UsageError) continue;
      if (error instanceof Error && 'code' in error) return `${target} cannot be read (${error.code}).`;
      throw error;
    }
  }
  return libraries;
}

function isChanged({ folder, files, media }: DeckFiles, seen: Seen, present: Set<string>): boolean {
  const pictures = [...(media ?? [])].map(([name, { bytes }]) => [name, hash('sha256', bytes)]);
  const said = JSON.stringify([files, pictures]);
  present.add(folder);
  if (seen.decks.get(folder) === said) return false;
  seen.decks.set(folder, said);
  return true;
}

/** Decks may refer to each other, so all of a library are compiled; told are those that changed. */
function report(
  { source, decks }: LibraryFiles,
  changed: readonly boolean[],
  out: Surroundings['out'],
): void {
  const startedAt = performance.now();
  const checked = checkLibrary(source);
  const tookMs = Math.round(performance.now() - startedAt);
  for (const [index, { deck, diagnostics }] of checked.decks.entries()) {
    if (changed[index] !== true) continue;
    const numberOf = (severity: string) => diagnostics.filter((one) => one.severity === severity).length;
    const cards = deck === null ? 'no cards while there are errors' : count(deck.cards.length, 'card');
    const problems = `${count(numberOf('error'), 'error')}, ${count(numberOf('warning'), 'warning')}`;
    for (const diagnostic of diagnostics) out(`${formatDiagnostic(diagnostic)}\n`);
    out(`${clock()} ${path.basename(decks[index]?.folder ?? '')}: ${cards}, ${problems} (${tookMs} ms)\n`);
  }
}

/** The time of day where the author sits, so that two lines of the same words can be told apart. */
function clock(): string {
  return new Date().toLocaleTimeString('en-GB');
}

async function folderOf(target: string): Promise<string> {
  return (await fs.stat(target)).isFile() ? path.dirname(target) : target;
}
