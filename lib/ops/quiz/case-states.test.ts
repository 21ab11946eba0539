import { expect, test } from 'vitest';
import { DAY_MS } from '@/lib/base/time';
import { begin, choose, classroom, finish, reveal, save } from '@/lib/testing/sittings';
import { ctxOf, NOW } from '@/lib/testing/study';
import { verifyStates } from '../system/verify-states';

const OPERATOR = { kind: 'operator' } as const;

test('what somebody did is folded as the log says, whatever mixture of answers, cards and ends', async () => {
  const { db, learnerId } = await classroom();
  for (const [day, mode] of (['tutor', 'exam', 'tutor', 'exam'] as const).entries()) {
    const now = NOW + day * DAY_MS;
    const id = await begin(db, learnerId, { mode, now });
    const answers = [0, 1, 2].map((slot) => choose(slot, slot === day % 3 ? 'B' : 'A'));
    const told = mode === 'tutor' ? [reveal(0), reveal(1), reveal(2)] : [];
    await save(db, learnerId, id, [...answers, ...told], now);
    await finish(db, learnerId, id, now);
  }
  const report = await verifyStates(ctxOf(db, OPERATOR), { repair: false });
  expect(report).toMatchObject({ ok: true, value: { wrong: [] } });
  expect(report.ok && report.value.checked).toBeGreaterThan(3);
});
