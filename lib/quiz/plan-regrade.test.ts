import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttemptId } from '@/lib/base/ids';
import { compiledVignette } from '@/lib/testing/compiled-vignette';
import { type GivenAnswer, planRegrade, type RegradePlan } from './plan-regrade';

/** Five options; B is the key. */
const item = compiledVignette('B');
const LETTERS = item.options.map(({ letter }) => letter);
type Decision = readonly string[] | null;

function answered(...chosen: readonly (string | null)[]): readonly GivenAnswer[] {
  return chosen.map((letter, slot) => ({ attemptId: `attempt ${slot}` as AttemptId, slot, chosen: letter }));
}

function planned(standing: Decision, proposed: Decision, answers: readonly GivenAnswer[]): RegradePlan {
  const plan = planRegrade(item, { standing, proposed, answers });
  if (!plan.ok) throw new Error(plan.error);
  return plan.value;
}

function scores({ answers }: RegradePlan) {
  return answers.map(({ before, after }) => `${before}→${after}`);
}

const EVERY_WAY = answered('A', 'B', 'C', null);

describe('what a regrade would do', () => {
  it.each([
    {
      name: 'Q10 a second right answer gains the mark, the first keeps it',
      to: ['B', 'C'],
      told: '0→0 1→1 0→1 0→0',
    },
    {
      name: 'Q10 another key takes the mark from those who chose the old one',
      to: ['C'],
      told: '0→0 1→0 0→1 0→0',
    },
    {
      name: 'Q11 a voided item gives everybody its mark, who left it out too',
      to: [],
      told: '0→1 1→1 0→1 0→1',
    },
    { name: 'the authored key changes nothing', to: ['B'], told: '0→0 1→1 0→0 0→0' },
  ])('$name', ({ to, told }) => {
    expect(scores(planned(null, to, EVERY_WAY)).join(' ')).toBe(told);
  });

  it('Q11 takes a void back, and everybody has the score of before', () => {
    expect(scores(planned([], null, EVERY_WAY))).toEqual(['1→0', '1→1', '1→0', '1→0']);
  });

  it('refuses letters that are not of the version', () => {
    const plan = planRegrade(item, { standing: null, proposed: ['B', 'Z'], answers: [] });
    expect(plan).toEqual({ ok: false, error: 'unknown-option' });
  });

  it('knows what is no news: the same letters in another order or twice, and the key as authored', () => {
    expect(planned(['B', 'C'], ['C', 'B', 'B'], []).isNews).toBe(false);
    expect(planned(null, ['B'], []).isNews).toBe(false);
    expect(planned(null, ['C'], []).isNews).toBe(true);
    expect(planned(null, [], []).isNews).toBe(true);
    expect(planned(LETTERS, [], []).isNews).toBe(true);
  });
});

const aDecision = fc.option(fc.subarray(LETTERS));
const someAnswers = fc
  .array(fc.option(fc.constantFrom(...LETTERS)), { maxLength: 20 })
  .map((all) => answered(...all));

describe('Q10 for every decision, whatever was answered', () => {
  it('deciding it again is no news and changes no score', () => {
    fc.assert(
      fc.property(aDecision, aDecision, someAnswers, (standing, proposed, answers) => {
        const first = planned(standing, proposed, answers);
        const again = planned(proposed, proposed, answers);
        expect(again.isNews).toBe(false);
        expect(again.answers.map(({ after }) => after)).toEqual(first.answers.map(({ after }) => after));
        expect(again.answers.every(({ before, after }) => before === after)).toBe(true);
      }),
    );
  });

  it('deciding back gives every score back', () => {
    fc.assert(
      fc.property(aDecision, aDecision, someAnswers, (standing, proposed, answers) => {
        const there = planned(standing, proposed, answers);
        const back = planned(proposed, standing, answers);
        expect(back.isNews).toBe(there.isNews);
        expect(back.answers).toEqual(
          there.answers.map(({ before, after, ...answer }) => ({ ...answer, before: after, after: before })),
        );
      }),
    );
  });

  it('what changes no ruling changes no score', () => {
    fc.assert(
      fc.property(aDecision, aDecision, someAnswers, (standing, proposed, answers) => {
        const plan = planned(standing, proposed, answers);
        if (!plan.isNews) expect(plan.answers.every(({ before, after }) => before === after)).toBe(true);
      }),
    );
  });
});
