import { describe, expect, it } from 'vitest';
import type { EventId } from '@/lib/base/ids';
import type { Change, ChangeResult, ChangesReply } from '@/lib/quiz/model';
import { judgeChanges } from './judge-changes';

const CLOCK = { aheadMs: 5, uncertainMs: 10 };

describe('a batch of changes by its reply', () => {
  it('is settled where a result names it, stored or refused, and left where none does', () => {
    const { settled, news } = judgeChanges(
      [choose(1), choose(2), choose(3)],
      replyOf([stored(1), refused(3)]),
    );
    expect(settled).toEqual([idOf(1), idOf(3)]);
    expect(news.refused).toEqual([{ change: choose(3), why: 'unknown-option', message: 'No such option.' }]);
    expect(news.heard).toMatchObject({ clock: CLOCK, standing: { rev: 7 } });
  });

  it('is known by its place where it was too broken to be read', () => {
    const { settled, news } = judgeChanges(
      [choose(1), choose(2)],
      replyOf([stored(1), { ...refused(2), id: null }]),
    );
    expect(settled).toEqual([idOf(1), idOf(2)]);
    expect(news.refused).toMatchObject([{ change: choose(2) }]);
  });

  it('says nothing of a time that was refused, and nothing of what was never sent', () => {
    const spent: Change = { id: idOf(1), slot: 0, rev: 1, madeAt: 1, kind: 'spent', ms: 500 };
    const { settled, news } = judgeChanges([spent], replyOf([refused(1), stored(9)]));
    expect(settled).toEqual([idOf(1)]);
    expect(news.refused).toEqual([]);
  });
});

function replyOf(results: readonly ChangeResult[]) {
  const reply = { version: 'test', results, now: 1, attempt: {}, slots: [], rev: 7, explanations: [] };
  return { reply: reply as unknown as ChangesReply, clock: CLOCK };
}

function choose(number: number): Change {
  return { id: idOf(number), slot: 0, rev: number, madeAt: number, kind: 'choose', option: 'A' };
}

function stored(number: number): ChangeResult {
  return { id: idOf(number), status: 'stored' };
}

function refused(number: number): Extract<ChangeResult, { status: 'refused' }> {
  return { id: idOf(number), status: 'refused', why: 'unknown-option', message: 'No such option.' };
}

function idOf(number: number): EventId {
  return `0197a000-0000-7000-8000-${number.toString().padStart(12, '0')}` as EventId;
}
