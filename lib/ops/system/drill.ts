import { ok, type Result, refuse } from '@/lib/base/result';
import { countRows, findDamage } from '@/lib/db/database-file';
import { placeFile, watermarkOf } from '@/lib/store/backups';
import { copyMedia, mediaFolderOf } from '@/lib/store/media';
import { type Ctx, openDatabase } from '../ctx';
import { verifyDecks } from './verify-decks';
import { verifyMedia } from './verify-media';
import { verifyStates } from './verify-states';

/** One thing a drill looked at, whether it holds, and what was seen. */
export type DrillCheck = Readonly<{ name: string; holds: boolean; seen: string }>;

/**
 * Restores a backup into the new file `restoredFile` and looks whether everything is there: the file is whole, no row
 * lacks what it refers to, nothing is fewer than when the backup was made, it opens as a server opens it, every state
 * is the fold of its log, every published deck is complete, every media file is what its name says. Never touches the live database. Only an operator may.
 */
export async function drill(
  ctx: Omit<Ctx, 'db'>,
  input: Readonly<{ backupFile: string; restoredFile: string }>,
): Promise<Result<readonly DrillCheck[], 'not-allowed'>> {
  if (ctx.actor.kind !== 'operator') return refuse('not-allowed');
  const { backupFile, restoredFile } = input;
  await copyMedia(mediaFolderOf(backupFile), mediaFolderOf(restoredFile));
  await placeFile(backupFile, restoredFile);
  const checks: DrillCheck[] = [];
  const look = async (name: string, looking: () => Promise<Omit<DrillCheck, 'name'>>) => {
    const seen = await looking().catch((error: unknown) => ({ holds: false, seen: String(error) }));
    checks.push({ name, ...seen });
  };
  await look('integrity and foreign keys', async () => {
    const damage = await findDamage(restoredFile, 'full');
    return { holds: damage.length === 0, seen: damage.join(' ') || 'whole' };
  });
  await look('nothing is missing', () => compareWithWatermark(backupFile, restoredFile));
  await look('states are the fold of the log', () => open(ctx, restoredFile, foldsAgree));
  await look('published decks are complete', () => open(ctx, restoredFile, decksAreComplete));
  await look('media are whole', () => open(ctx, restoredFile, mediaAreWhole));
  return ok(checks);
}

async function compareWithWatermark(backupFile: string, file: string): Promise<Omit<DrillCheck, 'name'>> {
  const [watermark, counts] = [await watermarkOf(backupFile), await countRows(file)];
  const events = `${counts.ReviewEvent ?? 0} events of ${counts.Learner ?? 0} learners`;
  if (watermark === null)
    return { holds: false, seen: `${events}; what there should be was not written down` };
  const fewer = Object.entries(watermark.counts).filter(([table, count]) => (counts[table] ?? 0) < count);
  return fewer.length === 0
    ? { holds: true, seen: events }
    : {
        holds: false,
        seen: fewer.map(([table, count]) => `${table} has ${counts[table] ?? 0} rows of ${count}`).join(', '),
      };
}

async function foldsAgree(ctx: Ctx): Promise<Omit<DrillCheck, 'name'>> {
  const report = await verifyStates(ctx, { repair: false });
  if (!report.ok) return { holds: false, seen: report.error };
  const { checked, wrong } = report.value;
  return { holds: wrong.length === 0, seen: `${checked} cards, ${wrong.length} differ` };
}

async function decksAreComplete(ctx: Ctx): Promise<Omit<DrillCheck, 'name'>> {
  const report = await verifyDecks(ctx);
  if (!report.ok) return { holds: false, seen: report.error };
  const { decks, problems, recompiled } = report.value;
  const later = recompiled === 0 ? '' : `; ${recompiled} cards and items compile otherwise by now`;
  return { holds: problems.length === 0, seen: problems.join(' ') || `${decks} decks${later}` };
}

async function mediaAreWhole(ctx: Ctx): Promise<Omit<DrillCheck, 'name'>> {
  const report = await verifyMedia(ctx);
  if (!report.ok) return { holds: false, seen: report.error };
  const { files, problems } = report.value;
  return { holds: problems.length === 0, seen: problems.join(' ') || `${files} files` };
}

async function open<T>(ctx: Omit<Ctx, 'db'>, file: string, look: (ctx: Ctx) => Promise<T>): Promise<T> {
  const db = await openDatabase(file);
  try {
    return await look({ ...ctx, db });
  } finally {
    await db.close();
  }
}
