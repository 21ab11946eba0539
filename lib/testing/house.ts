import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { CardUid } from '@/lib/base/ids';
import { connect } from '@/lib/db/connect';
import { answerCards } from '@/lib/ops/scheduling/answer-cards';
import { typed } from './command-line';
import { emptyDatabaseFile } from './database';
import { ctxOf, guest, NOW, review } from './study';

/** A studied database with a published deck, and the command line beside it. */
export async function house() {
  const cwd = fs.mkdtempSync(path.join(os.tmpdir(), 'hornbook-backup-'));
  onTestFinished(() => fs.rmSync(cwd, { recursive: true, force: true }));
  const databaseFile = emptyDatabaseFile();
  const backupFolder = path.join(cwd, 'backups');
  const { run } = typed({ cwd, contentDir: cwd, databaseFile, backupFolder });
  fs.mkdirSync(path.join(cwd, 'decks/signs'), { recursive: true });
  fs.writeFileSync(path.join(cwd, 'decks/signs/deck.md'), DECK);
  await run('content', 'publish', 'decks');
  const db = await connect(databaseFile);
  const card = (await db.read.card.findFirstOrThrow()).uid as CardUid;
  const learnerId = await guest(db);
  const ctx = ctxOf(db, { kind: 'learner', learnerId });
  const answer = (count: number) =>
    answerCards(ctx, { learnerId, sentAt: NOW, events: Array.from({ length: count }, () => review(card)) });
  await answer(5);
  onTestFinished(() => db.close());
  const backups = () =>
    fs.existsSync(backupFolder) ? fs.readdirSync(backupFolder).filter((name) => name.endsWith('.db')) : [];
  const made = async () => {
    await run('backup');
    return path.join(backupFolder, backups()[0] ?? '');
  };
  return { cwd, card, learnerId, databaseFile, backupFolder, run, db, answer, backups, made };
}

const DECK = `---\ndeck: signs\ntitle: signs\ndescription: For tests\nlanguage: en
objectives:\n  L1: { text: Tell the lesions apart, bloom: apply }
sources:\n  adams: { title: A textbook, year: 2019, tag: V }\n---\n:::qa{#tone obj=L1 src=adams}
How does tone change in a lower motor neuron lesion?\n\n---\n\nIt falls.\n:::\n`;
