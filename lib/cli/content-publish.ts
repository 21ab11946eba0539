import path from 'node:path';
import { v7 as newId } from 'uuid';
import { checkLibrary } from '@/lib/content/check-library';
import { formatDiagnostic } from '@/lib/content/format-diagnostic';
import type { Diagnostic } from '@/lib/content/model';
import { type PublishedDeck, publishDeck } from '@/lib/ops/authoring/publish-deck';
import { retireMissingDecks } from '@/lib/ops/authoring/retire-missing-decks';
import { type Ctx, openDatabase } from '@/lib/ops/ctx';
import { readLibrary } from './read-library';
import type { Surroundings } from './surroundings';

/** A backup or another publish may hold the file for a while; nobody waits for an answer here. Milliseconds. */
const PATIENCE_MS = 30_000;

/**
 * `content publish [folder]`: publishes every deck of the folder. A broken deck is reported and keeps the revision that
 * stands; the others are published. What the decks do not keep of their list of claims is reported and holds none of them
 * back: learners need not wait for the mending of one deck because another has not come yet. Without a folder the built-in decks are meant, all of them: then a built-in
 * deck that is no longer there is retired.
 */
export async function contentPublish(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { cwd, contentDir, databaseFile, out, err } = surroundings;
  const library = await readLibrary(words[0] ?? contentDir, cwd);
  const checked = checkLibrary(library.source);
  const db = await openDatabase(databaseFile, { busyTimeoutMs: PATIENCE_MS });
  try {
    const ctx: Ctx = { db, actor: { kind: 'operator' }, now: Date.now(), newId: () => newId() };
    const publishedBy = words.length === 0 ? 'built-in' : 'operator';
    let broken = 0;
    for (const diagnostic of library.whole ? checked.diagnostics.filter(isError) : [])
      err(`${formatDiagnostic(diagnostic)}\n`);
    const present: string[] = [];
    for (const [position, { folder, files, wanted }] of library.decks.entries()) {
      const context = checked.decks[position]?.context;
      if (!wanted || context === undefined) continue;
      const published = await publishDeck(ctx, { files, context, position, publishedBy });
      if (published.ok) {
        present.push(published.value.slug);
        out(`${summary(published.value)}\n`);
        if (mayBeRename(published.value)) err(RENAME_HINT);
        for (const { key, was } of published.value.keptApart) err(keptApartSentence(key, was));
      } else if (published.error.why === 'broken') {
        broken += 1;
        for (const diagnostic of published.error.diagnostics) err(`${formatDiagnostic(diagnostic)}\n`);
        err(`${path.basename(folder)}: not published; what learners see stays as it was.\n`);
      }
    }
    // A broken deck cannot say which it is, so while one is broken none is taken for gone.
    if (broken === 0 && publishedBy === 'built-in') {
      const retired = await retireMissingDecks(ctx, { present });
      for (const slug of retired.ok ? retired.value : []) out(`${slug}: retired, its folder is gone\n`);
    }
    return broken > 0 || (library.whole && checked.diagnostics.some(isError)) ? 1 : 0;
  } finally {
    await db.close();
  }
}

const RENAME_HINT = `  A card or item that left and one that came: if one was renamed, write was=old-id in its head, or for a row of a
  table in the braces of the row, and publish again soon. Its history then comes along, as long as nobody has answered it
  under its new name.
`;

function keptApartSentence(key: string, was: string): string {
  return `  warning: ${key} says that it was ${was}, but learners have answered both: each keeps its own history.\n`;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

function mayBeRename({ changes, itemChanges }: PublishedDeck): boolean {
  return [changes, itemChanges].some(({ retired, added }) => retired > 0 && added > 0);
}

function summary({ slug, revision, changes, itemChanges }: PublishedDeck): string {
  const [cards, items] = [told(changes), told(itemChanges)];
  const what = [cards, ...(items === '' ? [] : [`items: ${items}`])]
    .filter((words) => words !== '')
    .join('; ');
  return `${slug}: revision ${revision}, ${what || 'nothing changed'}`;
}

/** What was done, in numbers; empty when nothing was. */
function told(changes: PublishedDeck['changes']): string {
  return Object.entries(changes)
    .filter(([kind, number]) => number > 0 && kind !== 'unchanged')
    .map(([kind, number]) => `${number} ${kind}`)
    .join(', ');
}
