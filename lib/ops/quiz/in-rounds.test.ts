import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inRounds } from './in-rounds';

const jobsOfFew = fc
  .array(fc.constantFrom('ada', 'grace', 'jean'), { maxLength: 12 })
  .map((persons) => persons.map((person, number) => ({ person, number })));

test('each job is run once and its outcome stands in its place', async () => {
  await fc.assert(
    fc.asyncProperty(jobsOfFew, async (jobs) => {
      const run = async (round: readonly { number: number }[]) => round.map(({ number }) => number);
      expect(await inRounds(jobs, ({ person }) => person, run)).toEqual(jobs.map(({ number }) => number));
    }),
  );
});

test('a person’s jobs are run one after the other in their order, and nobody waits longer than that takes', async () => {
  await fc.assert(
    fc.asyncProperty(jobsOfFew, async (jobs) => {
      const rounds: (typeof jobs)[] = [];
      await inRounds(
        jobs,
        ({ person }) => person,
        async (round) => {
          rounds.push([...round]);
          return round;
        },
      );
      for (const name of ['ada', 'grace', 'jean']) {
        const own = jobs.filter(({ person }) => person === name);
        expect(rounds.flatMap((round) => round.filter(({ person }) => person === name))).toEqual(own);
        for (const [index, round] of rounds.entries())
          expect(round.filter(({ person }) => person === name)).toEqual(own.slice(index, index + 1));
      }
    }),
  );
});
