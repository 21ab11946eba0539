import fs from 'node:fs/promises';
import path from 'node:path';
import type { FormatChange } from '@/lib/content/format-change';
import { type FormattedFile, formatDeck } from '@/lib/content/format-deck';
import { count } from './count';
import { readDecks } from './read-decks';
import { readWords } from './read-words';
import { replaceFile } from './replace-file';
import type { Surroundings } from './surroundings';

/**
 * `content format [paths…] [--check]`: mints missing ids and tidies, file by file. A file that is named is written alone,
 * though all of its deck is read: ids are unique in a deck. With `--check` nothing is written, and what would be is told
 * with exit code 1. A file that was changed meanwhile stays as it is, also with exit code 1.
 */
export async function contentFormat(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { flags, paths } = readWords('content format', words, ['--check']);
  const { cwd, contentDir, out, err } = surroundings;
  const isCheck = flags.has('--check');
  let formatted = 0;
  let settled = 0;
  let refused = 0;
  for (const target of paths.length === 0 ? [contentDir] : paths) {
    const isMeant = await meantBy(target, cwd);
    for (const { files } of await readDecks(target, cwd)) {
      const before = new Map(files.map((file) => [file.path, file.text]));
      for (const file of formatDeck(files).filter(({ path: name }) => isMeant(name))) {
        const refusal =
          file.changes.length === 0 || isCheck
            ? null
            : await replaceFile(path.resolve(cwd, file.path), before.get(file.path) ?? '', file.text);
        if (file.changes.length === 0) settled += 1;
        else if (refusal === null) {
          formatted += 1;
          out(`${file.path}: ${summary(file, isCheck)}\n`);
        } else {
          refused += 1;
          err(`${file.path}: left as it is, because ${refusal.why}\n`);
        }
      }
    }
  }
  const done = isCheck ? 'would be formatted' : 'formatted';
  out(`${count(formatted, 'file')} ${done}, ${settled} as they should be\n`);
  return refused > 0 || (isCheck && formatted > 0) ? 1 : 0;
}

/** A file that is named means itself; a folder means everything in it. */
async function meantBy(target: string, cwd: string): Promise<(name: string) => boolean> {
  const absolute = path.resolve(cwd, target);
  const isFile = (await fs.stat(absolute).catch(() => null))?.isFile() ?? false;
  return (name) => !isFile || path.resolve(cwd, name) === absolute;
}

function summary({ changes }: FormattedFile, isCheck: boolean): string {
  const ids = changes.flatMap((change) => (change.kind === 'id' ? [`#${change.id}`] : []));
  const told = TOLD.map(
    ([kind, noun]) => [changes.filter((change) => change.kind === kind).length, noun] as const,
  )
    .filter(([number]) => number > 0)
    .map(([number, noun]) => count(number, noun));
  const minted = ids.length === 0 ? [] : [`${count(ids.length, 'id')} (${ids.join(', ')})`];
  return `${isCheck ? 'would get ' : ''}${[...minted, ...told].join(', ')}`;
}

const TOLD: readonly (readonly [FormatChange['kind'], string])[] = [
  ['head', 'closed head'],
  ['empty-line', 'empty line'],
  ['blanks', 'mended blank'],
  ['last-line', 'last line end'],
];
