import fs from 'node:fs/promises';
import path from 'node:path';
import { foreignRunsOf } from '@/lib/content/foreign-runs';
import { readWords } from './read-words';
import type { Surroundings } from './surroundings';
import { UsageError } from './usage-error';

/**
 * `content runs <files…>`: prints texts that belong to others as hashes of their runs of words, sorted and each once. What
 * it prints, kept as `foreign-runs.txt` beside the decks, is what rule D06 compares them with.
 */
export async function contentRuns(words: readonly string[], { cwd, out }: Surroundings): Promise<number> {
  const { paths } = readWords('content runs', words, []);
  if (paths.length === 0) throw new UsageError('content runs needs a text: content runs <files…>.');
  const lines = new Set<string>();
  for (const name of paths) {
    const text = await fs.readFile(path.resolve(cwd, name), 'utf8').catch(() => null);
    if (text === null) throw new UsageError(`There is no file ${name}.`);
    for (const line of foreignRunsOf(text)) lines.add(line);
  }
  out(
    [...lines]
      .sort()
      .map((line) => `${line}\n`)
      .join(''),
  );
  return 0;
}
