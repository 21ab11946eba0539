import { expect, test } from 'vitest';
import { SentChanges } from '@/lib/quiz/inputs';
import { asLearner, begin, change, choose, classroom, reveal, view } from '@/lib/testing/sittings';
import { saveChanges } from './save-changes';

async function tutored() {
  const { db, learnerId } = await classroom();
  const id = await begin(db, learnerId, { mode: 'tutor', timing: { kind: 'untimed' } });
  const reply = async (changes: readonly unknown[], have?: readonly number[]) => {
    const sent = { id, changes, ...(have === undefined ? {} : { have }) };
    const saved = await saveChanges(asLearner(db, learnerId), sent);
    if (!saved.ok) throw new Error(saved.error);
    return saved.value;
  };
  return { reply, standing: () => view(db, learnerId, id) };
}

test('a reply leaves out the explanations that the browser has, and tells all others', async () => {
  const { reply, standing } = await tutored();
  const first = await reply([choose(0, 'B'), reveal(0)]);
  expect(first.explanations.map(({ slot }) => slot)).toEqual([0]);
  const next = await reply([choose(2, 'A'), reveal(2)], [0]);
  expect(next.explanations.map(({ slot }) => slot)).toEqual([2]);
  // Whoever lost a reply, or never got it, says nothing of it.
  const again = await reply([change({ kind: 'flag', slot: 1, flagged: true })], [2]);
  expect(again.explanations.map(({ slot }) => slot)).toEqual([0]);
  const { explanations, slots } = await standing();
  expect([...next.explanations, ...again.explanations]).toEqual(expect.arrayContaining([...explanations]));
  expect(again.slots).toEqual(slots);
});

test('saying that one has what was never told makes nothing be told, and takes nothing away', async () => {
  const { reply } = await tutored();
  const { explanations } = await reply([choose(0, 'B')], [0, 1, 2, 3]);
  expect(explanations).toEqual([]);
  const told = await reply([reveal(0), choose(1, 'A'), reveal(1)]);
  expect(told.explanations.map(({ slot }) => slot)).toEqual([0, 1]);
});

test.each([undefined, null, 'all', [-1], [1.5], [100], ['0'], Array(101).fill(0)])(
  'a request that says of what it has %j is taken as one that has nothing',
  (have) => {
    const changes = [choose(0, 'A')];
    expect(SentChanges.parse({ changes, ...(have === undefined ? {} : { have }) })).toEqual({
      changes,
      have: [],
    });
  },
);
