import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AttemptId, LearnerId } from '@/lib/base/ids';
import type { Db } from '@/lib/db/connect';
import type { QuizMode } from '@/lib/quiz/model';
import { MATCH } from '@/lib/testing/cases';
import {
  asLearner,
  begin,
  block,
  CASES,
  change,
  choose,
  classroom,
  finish,
  reveal,
  save,
} from '@/lib/testing/sittings';
import { NOW } from '@/lib/testing/study';
import { finishAttempt } from './finish-attempt';
import { getAttempt } from './get-attempt';
import { getBank } from './get-bank';
import { getDailyCases } from './get-daily-cases';
import { getResult } from './get-result';
import { listAttempts } from './list-attempts';
import { saveChanges } from './save-changes';
import { startAttempt } from './start-attempt';
import { startDaily } from './start-daily';
import { startRetry } from './start-retry';

/** The cases, each with words of its own in every place that tells the answer. */
const CANARIES = [...CASES, MATCH].map((text) => {
  const id = /\{#([\w-]+)/.exec(text)?.[1];
  return text
    .replace(/^( {2,3}> )/gm, `$1Canary ${id} sings. `)
    .replace(/(\*\*Key point:\*\* )/, `$1Canary ${id} sings. `);
});

/** Which cases a text tells the answer of. */
function told(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/Canary ([\w-]+) sings/g)].map(([, id]) => id ?? ''))].sort();
}

/** The units of the cases at these slots. */
async function unitsAt(db: Db, attemptId: AttemptId, slots: readonly number[]): Promise<readonly string[]> {
  const rows = await db.read.attemptItem.findMany({
    where: { attemptId, slot: { in: [...slots] } },
    include: { itemVersion: { include: { item: true } } },
  });
  return [...new Set(rows.map(({ itemVersion }) => itemVersion.item.key.split(':')[0] ?? ''))].sort();
}

/** The replies of all that can be asked while an attempt runs. */
async function everyReply(db: Db, learnerId: LearnerId, id: AttemptId): Promise<string> {
  const ctx = asLearner(db, learnerId);
  const replies = [
    await getAttempt(ctx, { id }),
    await saveChanges(ctx, { id, changes: [change({ kind: 'spent', slot: 0, ms: 5 })] }),
    await getResult(ctx, { id }),
    await getBank(ctx),
    await listAttempts(ctx),
    await getDailyCases(ctx),
    await startRetry(ctx, { id: block().id, of: id }),
  ];
  return JSON.stringify(replies);
}

/** What of stored items tells the key, by name. */
const TELLING = /"isKey"|"accepted"|"correct"|"clues"|"confusable"|"answerHash"/;

describe('Q12 no key and no rationale before it may be told', () => {
  test('Q12 the canaries sing in every case', async () => {
    const { db, learnerId } = await classroom(CANARIES);
    const id = await begin(db, learnerId, { count: 6 });
    await finish(db, learnerId, id);
    const result = await getResult(asLearner(db, learnerId), { id });
    expect(told(JSON.stringify(result))).toEqual(await unitsAt(db, id, [0, 1, 2, 3, 4, 5]));
  });

  test('Q12 an exam tells nothing before it is handed in, whatever was done in it', async () => {
    const { db, learnerId } = await classroom(CANARIES);
    const id = await begin(db, learnerId, { count: 6 });
    const slots = [0, 1, 2, 3, 4, 5];
    await save(
      db,
      learnerId,
      id,
      slots.flatMap((slot) => [choose(slot, 'A'), reveal(slot)]),
    );
    const text = await everyReply(db, learnerId, id);
    expect(told(text)).toEqual([]);
    expect(text).not.toMatch(TELLING);
  });

  test('Q12 a tutor tells exactly what was revealed, after any history', async () => {
    const doing = fc.record({
      slot: fc.nat(2),
      kind: fc.constantFrom('choose', 'choose', 'reveal', 'sure', 'flag' as const),
      option: fc.constantFrom('A', 'B', 'C'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(doing, { maxLength: 12 }), async (history) => {
        const { db, learnerId } = await classroom(CANARIES);
        const id = await begin(db, learnerId, { mode: 'tutor', count: 6 });
        const changes = history.map(({ slot, kind, option }) => {
          if (kind === 'choose') return choose(slot, option);
          if (kind === 'reveal') return reveal(slot);
          if (kind === 'sure') return change({ kind: 'confidence', slot, confidence: 'sure' });
          return change({ kind: 'flag', slot, flagged: true });
        });
        const reply = changes.length === 0 ? null : await save(db, learnerId, id, changes);
        // Without an answer there is nothing to explain.
        const revealed = history.flatMap(({ kind, slot }, at) => {
          const isAnswered = history.slice(0, at).some((one) => one.slot === slot && one.kind === 'choose');
          return kind === 'reveal' && isAnswered ? [slot] : [];
        });
        const expected = await unitsAt(db, id, revealed);
        expect(told(JSON.stringify(reply))).toEqual(expected);
        const text = await everyReply(db, learnerId, id);
        expect(told(text)).toEqual(expected);
        expect(text).not.toMatch(TELLING);
      }),
      { numRuns: 12 },
    );
  });

  test('Q12 beginning and handing in tell nothing at all', async () => {
    const { db, learnerId } = await classroom(CANARIES);
    const ctx = asLearner(db, learnerId);
    const started = await startAttempt(ctx, block({ mode: 'tutor' satisfies QuizMode, count: 2 }));
    const daily = await startDaily(ctx, { id: block().id });
    const id = started.ok ? started.value.id : ('' as AttemptId);
    const handed = await finishAttempt(ctx, { id });
    expect(handed).toMatchObject({ ok: true, value: { finished: { at: NOW } } });
    expect(Object.keys({ ...started, ...(started.ok ? started.value : {}) }).sort()).toEqual([
      'id',
      'ok',
      'value',
    ]);
    expect(told(JSON.stringify([started, daily, handed]))).toEqual([]);
  });
});
