import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { runCommand } from '@/lib/cli/run-command';
import type { Surroundings } from '@/lib/cli/surroundings';
import { emptyDatabaseFile, otherConnection } from '@/lib/testing/database';

/** Front matter of a deck with the objective `L1` and the source `adams`. */
export const HEAD = (
  slug: string,
) => `---\ndeck: ${slug}\ntitle: ${slug}\ndescription: For tests\nlanguage: en
objectives:\n  L1: { text: Tell the lesions apart, bloom: apply }
sources:\n  adams: { title: A textbook, year: 2019, tag: V }\n---\n`;

/** A question without a problem. */
export const CARD = `:::qa{#tone obj=L1 src=adams}\nHow does tone change in a lower motor neuron lesion?\n\n---\n\nIt falls.\n:::\n`;

/** A folder of decks on disk, and the command line run in it. */
export function commandLine(decks: Readonly<Record<string, string>>) {
  const cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'hornbook-cli-'));
  onTestFinished(() => fs.rmSync(cwd, { recursive: true, force: true }));
  const contentDir = path.join(cwd, 'content');
  fs.mkdirSync(contentDir);
  const write = (slug: string, text: string, name = 'deck.md') => {
    fs.mkdirSync(path.join(contentDir, slug), { recursive: true });
    fs.writeFileSync(path.join(contentDir, slug, name), text);
  };
  const read = (slug: string, name = 'deck.md') => fs.readFileSync(path.join(contentDir, slug, name), 'utf8');
  for (const [slug, text] of Object.entries(decks)) write(slug, text);
  const databaseFile = emptyDatabaseFile();
  const backupFolder = path.join(cwd, 'backups');
  const { start, run } = typed({ cwd, contentDir, databaseFile, backupFolder });
  const fronts = () =>
    otherConnection(databaseFile)
      .prepare('SELECT "frontText" FROM "Card" WHERE "retiredAt" IS NULL ORDER BY 1')
      .pluck()
      .all();
  return { cwd, contentDir, write, read, start, run, fronts };
}

/** What a person types, in a place of its own. */
export function typed(place: Omit<Surroundings, 'out' | 'err' | 'interrupted'>) {
  /** Begins a command; `told` is all it has printed so far. */
  const start = (...words: string[]) => {
    const told = { stdout: '', stderr: '' };
    const controller = new AbortController();
    const surroundings: Surroundings = {
      ...place,
      out: (text) => {
        told.stdout += text;
      },
      err: (text) => {
        told.stderr += text;
      },
      interrupted: () => controller.signal,
    };
    return { told, ended: runCommand(words, surroundings), interrupt: () => controller.abort() };
  };
  const run = async (...words: string[]) => {
    const { told, ended } = start(...words);
    return { code: await ended, ...told };
  };
  return { start, run };
}
