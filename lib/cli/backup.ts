import fs from 'node:fs';
import path from 'node:path';
import { v7 as newId } from 'uuid';
import { openDatabase } from '@/lib/ops/ctx';
import { backUp, newestBackup } from '@/lib/ops/system/back-up';
import { drill } from '@/lib/ops/system/drill';
import { restoreBackup } from '@/lib/ops/system/restore-backup';
import { verifyDecks } from '@/lib/ops/system/verify-decks';
import { verifyStates } from '@/lib/ops/system/verify-states';
import { count } from './count';
import { emptyFolder } from './empty-folder';
import type { Surroundings } from './surroundings';
import { UsageError } from './usage-error';

const OPERATOR = { kind: 'operator' } as const;

/** `backup [--before-migration]`: a copy of the database among the backups, also while a server runs. */
export async function backup(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { databaseFile, backupFolder: folder, out } = surroundings;
  const reason = words.includes('--before-migration') ? 'before-migration' : 'manual';
  const made = await backUp({ actor: OPERATOR, now: Date.now() }, { databaseFile, folder, reason });
  if (!made.ok) return 1;
  const { file, counts, removed } = made.value;
  out(`${file}: ${counts.ReviewEvent ?? 0} events of ${counts.Learner ?? 0} learners\n`);
  if (removed.length > 0)
    out(`${count(removed.length, 'older backup')} ${removed.length === 1 ? 'was' : 'were'} removed\n`);
  return 0;
}

/** `restore <file>`: puts a backup in the place of the database, which is kept beside it. */
export async function restore(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { cwd, databaseFile, out, err } = surroundings;
  const [name] = words;
  if (name === undefined)
    throw new UsageError('restore needs the file of a backup: hornbook restore <file>.');
  const backupFile = existing(cwd, name);
  const ctx = { actor: OPERATOR, now: Date.now(), newId: () => newId() };
  const restored = await restoreBackup(ctx, { backupFile, databaseFile, pid: process.pid });
  if (restored.ok) {
    out(`${databaseFile} is now ${backupFile}.\n`);
    const { replaced, erasures } = restored.value;
    if (replaced !== null) out(`What stood there is kept as ${replaced}.\n`);
    out('At the next start the server asks devices for the answers they kept since that backup.\n');
    if (erasures === null) err(ERASURES_UNREAD);
    else if (erasures > 0)
      out(`Whoever asked to be forgotten (${erasures} in all) is forgotten again then.\n`);
    return 0;
  }
  const refusal = restored.error;
  if (refusal.why === 'owned') err(`${refusal.message}\n`);
  if (refusal.why === 'damaged')
    err(`${backupFile} is damaged, nothing was changed: ${refusal.damage.join(' ')}\n`);
  return 1;
}

/** `drill [file]`: restores the newest backup, or this one, into an empty folder and reports whether all is there. */
export async function drillBackup(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { cwd, backupFolder, out, err } = surroundings;
  const [name] = words;
  const backupFile = name === undefined ? await newestBackup(backupFolder) : existing(cwd, name);
  if (backupFile === null) {
    err(`There is no backup in ${backupFolder}: make one with “hornbook backup”.\n`);
    return 1;
  }
  const folder = await emptyFolder();
  try {
    const start = performance.now();
    const ctx = { actor: OPERATOR, now: Date.now(), newId: () => newId() };
    const drilled = await drill(ctx, { backupFile, restoredFile: path.join(folder.path, 'restored.db') });
    const checks = drilled.ok ? drilled.value : [];
    const passed = drilled.ok && checks.every(({ holds }) => holds);
    out(`${backupFile}\n`);
    for (const check of checks) out(`${check.holds ? 'ok    ' : 'FAILED'}  ${check.name}: ${check.seen}\n`);
    out(`${passed ? 'The drill passed' : 'The drill FAILED'} in ${seconds(performance.now() - start)} s.\n`);
    return passed ? 0 : 1;
  } finally {
    await folder.remove();
  }
}

/** `rebuild-states [--check]`: folds every log anew and writes the states that differ; with `--check` only tells. */
export async function rebuildStates(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { databaseFile, out } = surroundings;
  const check = words.includes('--check');
  const db = await openDatabase(databaseFile);
  try {
    const ctx = { db, actor: OPERATOR, now: Date.now(), newId: () => newId() };
    const [states, decks] = [await verifyStates(ctx, { repair: !check }), await verifyDecks(ctx)];
    if (!states.ok || !decks.ok) return 1;
    const { checked, wrong } = states.value;
    out(`${checked} cards of learners: ${wrong.length} ${check ? 'differ from their log' : 'rebuilt'}\n`);
    for (const problem of decks.value.problems) out(`${problem}\n`);
    return (check && wrong.length > 0) || decks.value.problems.length > 0 ? 1 : 0;
  } finally {
    await db.close();
  }
}

const ERASURES_UNREAD = `The replaced database could not be read: it does not tell who asked to be forgotten since the backup.
`;

function existing(cwd: string, name: string): string {
  const file = path.resolve(cwd, name);
  if (!fs.existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  return file;
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(1);
}
