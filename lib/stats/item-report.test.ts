import { describe, expect, it } from 'vitest';
import { correlationInterval } from './correlation-interval';
import { type ItemResponse, itemReport } from './item-report';
import { wilsonInterval } from './wilson';

const VERSION = { options: ['A', 'B', 'C'], keys: ['B'] };

/** The able half has it right and is sure, the others choose A and guess. */
function responses(n: number): readonly ItemResponse[] {
  return Array.from({ length: n }, (_, index) =>
    index < n / 2
      ? { option: 'B', correct: true, score: 0.6 + 0.3 * (index / n), confidence: 'sure' as const }
      : { option: 'A', correct: false, score: 0.1 + 0.3 * (index / n), confidence: 'guess' as const },
  );
}

describe('the report on a version of an item', () => {
  it('shows no share before ten responses, and says how many there are', () => {
    const { facility, peers, calibration, n } = itemReport(responses(9), VERSION);
    expect(n).toBe(9);
    for (const part of [facility, peers, calibration]) {
      expect(part).toEqual({ shown: false, reason: { kind: 'too-few', n: 9, needed: 10 } });
    }
  });

  it('shows from ten responses how peers chose and how many were right, and no correlation', () => {
    const { facility, peers, discrimination, distractors } = itemReport(responses(10), VERSION);
    expect(facility).toEqual({
      shown: true,
      value: { n: 10, right: 5, rate: 0.5, ...wilsonInterval(5, 10) },
    });
    expect(peers).toEqual({
      shown: true,
      value: {
        shares: new Map([
          ['A', 0.5],
          ['B', 0.5],
          ['C', 0],
        ]),
        omitted: 0,
      },
    });
    for (const part of [discrimination, distractors]) {
      expect(part).toEqual({ shown: false, reason: { kind: 'too-few', n: 10, needed: 30 } });
    }
  });

  it('still withholds discrimination at 29 responses and shows it at 30, with its interval', () => {
    expect(itemReport(responses(29), VERSION).discrimination.shown).toBe(false);
    const { discrimination } = itemReport(responses(30), VERSION);
    if (!discrimination.shown) throw new Error('thirty are enough');
    const { correlation, interval, upperLower } = discrimination.value;
    expect(correlation).toBeGreaterThan(0.5);
    expect(interval).toEqual(correlationInterval(correlation, 30));
    expect(upperLower).toBeCloseTo(1, 12);
  });

  it('judges distractors from thirty responses', () => {
    const { distractors } = itemReport(responses(30), VERSION);
    if (!distractors.shown) throw new Error('thirty are enough');
    expect(distractors.value.options.map(({ functional }) => functional)).toEqual([true, null, false]);
  });

  it('says where there is nothing to correlate because all were right', () => {
    const all = responses(60).filter(({ correct }) => correct);
    expect(itemReport(all, VERSION).discrimination).toEqual({
      shown: false,
      reason: { kind: 'no-variation' },
    });
  });

  it('counts an item left out as wrong', () => {
    const omitted = { option: null, correct: false, score: 0.5, confidence: null };
    const { facility, peers } = itemReport([...responses(10), ...Array(10).fill(omitted)], VERSION);
    expect(facility).toMatchObject({ shown: true, value: { n: 20, right: 5 } });
    expect(peers).toMatchObject({ shown: true, value: { omitted: 10 } });
  });

  it('judges calibration by the answers whose confidence was said', () => {
    const silent = responses(30).map((response) => ({ ...response, confidence: null }));
    const { calibration } = itemReport([...silent, ...responses(9)], VERSION);
    expect(calibration).toEqual({ shown: false, reason: { kind: 'too-few', n: 9, needed: 10 } });
    expect(itemReport([...silent, ...responses(10)], VERSION).calibration).toMatchObject({
      shown: true,
      value: { n: 10 },
    });
  });

  it('takes no responses to another version', () => {
    const foreign = { option: 'F', correct: false, score: 0, confidence: null };
    expect(() => itemReport([...responses(10), foreign], VERSION)).toThrow(RangeError);
  });

  it('shows nothing where nobody answered', () => {
    const { n, ...parts } = itemReport([], VERSION);
    expect(n).toBe(0);
    expect(Object.values(parts).some(({ shown }) => shown)).toBe(false);
  });
});
