import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { deviceDatabase } from '@/components/offline/device-database';
import type { AttemptId, EventId, LearnerId } from '@/lib/base/ids';
import type { Change } from '@/lib/quiz/model';
import { adoptChanges, attemptsWithChanges, changeStorage } from './change-storage';

const LEARNER = '0197a000-0000-7000-8000-000000000001' as LearnerId;
const OTHER_LEARNER = '0197a000-0000-7000-8000-000000000002' as LearnerId;
const ATTEMPT_ID = '0197a000-0000-7000-8000-0000000000aa' as AttemptId;
const NOW = 1_770_000_000_000;
const CHANGE: Change = {
  id: '0197a000-0000-7000-8000-000000000101' as EventId,
  ...{ slot: 0, rev: 1, madeAt: NOW, kind: 'choose', option: 'A' },
};

describe('what lies on the disk', () => {
  it('names the attempts that wait, and lets go of what nobody has sat for thirty days', async () => {
    const factory = new IDBFactory();
    const disk = deviceDatabase(() => factory);
    await changeStorage(disk, LEARNER, ATTEMPT_ID).keep([CHANGE], NOW);
    expect(await attemptsWithChanges(disk, LEARNER, NOW)).toEqual([ATTEMPT_ID]);
    expect(await attemptsWithChanges(disk, OTHER_LEARNER, NOW)).toEqual([]);
    expect(await attemptsWithChanges(disk, LEARNER, NOW + 31 * 86_400_000)).toEqual([]);
    expect(await attemptsWithChanges(disk, LEARNER, NOW)).toEqual([]);
  });

  it('goes over to the account that claims the guest', async () => {
    const factory = new IDBFactory();
    const disk = deviceDatabase(() => factory);
    await changeStorage(disk, LEARNER, ATTEMPT_ID).keep([CHANGE], NOW);
    await adoptChanges(disk, OTHER_LEARNER, [LEARNER]);
    expect((await changeStorage(disk, OTHER_LEARNER, ATTEMPT_ID).load()).changes).toHaveLength(1);
    expect((await changeStorage(disk, LEARNER, ATTEMPT_ID).load()).changes).toHaveLength(0);
  });
});
