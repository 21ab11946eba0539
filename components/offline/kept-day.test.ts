import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import type { LearnerId } from '@/lib/base/ids';
import { DEFAULT_PARAMS } from '@/lib/scheduling/fsrs';
import type { StudyDay } from '@/lib/scheduling/model';
import { deviceDatabase } from './device-database';
import { forgetDay, type KeptDay, keepDay, keptDay } from './kept-day';

it('gives the place of one learner’s day to the next learner’s', async () => {
  const device = deviceDatabase(() => disk);
  const disk = new IDBFactory();
  await keepDay(device, dayOf('first'));
  await keepDay(device, dayOf('second'));
  expect((await keptDay(device))?.stock.learnerId).toBe('second');
});

it('is gone when nobody studies on the device any more', async () => {
  const disk = new IDBFactory();
  const device = deviceDatabase(() => disk);
  await keepDay(device, dayOf('first'));
  await forgetDay(device);
  expect(await keptDay(device)).toBeNull();
});

it('is found again after the browser has closed the database', async () => {
  const disk = new IDBFactory();
  const device = deviceDatabase(() => {
    const factory = Object.create(disk) as IDBFactory;
    return Object.assign(factory, {
      open: (name: string, version: number) => lost(disk.open(name, version)),
    });
  });
  const opened: IDBDatabase[] = [];
  const lost = (request: IDBOpenDBRequest) => {
    request.addEventListener('success', () => opened.push(request.result));
    return request;
  };
  await keepDay(device, dayOf('first'));
  for (const database of opened) database.close();
  expect((await keptDay(device))?.stock.learnerId).toBe('first');
});

function dayOf(learnerId: string): KeptDay {
  const remaining = { learning: 0, review: 0, new: 0 };
  const day = 20_000 as StudyDay;
  return {
    today: { day, remaining, answered: 0, answeredMs: 0, paceMs: null, dueTomorrow: 0, nextLearningAt: null },
    stock: {
      learnerId: learnerId as LearnerId,
      params: DEFAULT_PARAMS,
      tz: 'UTC',
      builtAt: 1,
      day,
      limits: { newPerDay: 20, reviewsPerDay: 200 },
      due: [],
      news: [],
      answered: [],
    },
    formerly: [],
    restored: null,
    faces: {},
    drawings: {},
    askedAt: 1,
  };
}
