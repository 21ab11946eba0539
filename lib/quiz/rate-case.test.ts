import { describe, expect, it } from 'vitest';
import { isConfidentlyWrong, type Rated, rateCase } from './rate-case';

const right = (confidence: Rated['confidence']): Rated => ({ option: 'A', correct: true, confidence });
const wrong = (confidence: Rated['confidence']): Rated => ({ option: 'B', correct: false, confidence });
const omitted = (confidence: Rated['confidence'] = null): Rated => ({
  option: null,
  correct: false,
  confidence,
});
const [SURE, THINK] = [right('sure'), right('think')];

describe('the rating of a case', () => {
  it.each([
    { caption: 'wrong by a guess', outcome: wrong('guess'), grade: 1, placedDays: null },
    { caption: 'wrong and thinking', outcome: wrong('think'), grade: 1, placedDays: null },
    { caption: 'wrong without a word of confidence', outcome: wrong(null), grade: 1, placedDays: null },
    { caption: 'wrong and sure, asked tomorrow', outcome: wrong('sure'), grade: 1, placedDays: 1 },
    { caption: 'left out', outcome: omitted(), grade: 1, placedDays: null },
    { caption: 'left out though sure', outcome: omitted('sure'), grade: 1, placedDays: null },
    { caption: 'right by a guess', outcome: right('guess'), grade: 2, placedDays: null },
    { caption: 'right and thinking', outcome: THINK, grade: 3, placedDays: null },
    { caption: 'right and sure', outcome: SURE, grade: 3, placedDays: null },
    { caption: 'right without a word of confidence', outcome: right(null), grade: 3, placedDays: null },
  ])('$caption is $grade', ({ outcome, grade, placedDays }) => {
    expect(rateCase(outcome, [])).toEqual({ grade, placedDays });
  });

  it.each([
    { caption: 'after two right and sure is Easy', before: [SURE, SURE], grade: 4 },
    { caption: 'after one is Good', before: [SURE], grade: 3 },
    { caption: 'looks at the last two alone', before: [wrong('sure'), THINK, SURE, SURE], grade: 4 },
    { caption: 'after one that was only thought is Good', before: [SURE, SURE, THINK, SURE], grade: 3 },
    { caption: 'after one that was wrong is Good', before: [SURE, SURE, wrong('sure')], grade: 3 },
  ])('right and sure $caption', ({ before, grade }) => {
    expect(rateCase(SURE, before).grade).toBe(grade);
  });

  it('is not made better by what came before when it was a guess, a thought or wrong', () => {
    const before = [SURE, SURE, SURE];
    expect(
      [right('guess'), THINK, right(null), wrong('sure')].map((one) => rateCase(one, before).grade),
    ).toEqual([2, 3, 3, 1]);
  });
});

describe('to be sure and wrong', () => {
  it('takes an answer', () => {
    expect([wrong('sure'), wrong('think'), omitted('sure'), SURE].map(isConfidentlyWrong)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
