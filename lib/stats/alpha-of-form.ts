import { type Guarded, guarded, LEAST_FOR_CORRELATION } from './guardrails';
import { sampleVariance, sum } from './moments';
import { cronbachAlpha, errorOfMeasurement } from './reliability';

/** A finished attempt: the mark got for each item version in it. */
export type FormAttempt = Readonly<{ marks: ReadonlyMap<string, number> }>;

/** Cronbach's α of a test, and the standard error of a total in marks. */
export type FormReliability = Readonly<{ alpha: number; standardError: number }>;

/**
 * Cronbach's α, where it means something: at least 30 attempts that all had the same versions of the same items, in
 * whatever order. Blocks drawn for each learner and items that a schedule chose are no such test.
 */
export function alphaOfForm(attempts: readonly FormAttempt[]): Guarded<FormReliability> {
  const items = [...(attempts[0]?.marks.keys() ?? [])];
  const isSame = ({ marks }: FormAttempt) =>
    marks.size === items.length && items.every((item) => marks.has(item));
  if (!attempts.every(isSame)) return { shown: false, reason: { kind: 'different-items' } };
  return guarded(attempts.length, LEAST_FOR_CORRELATION, () => {
    const marks = attempts.map((attempt) => items.map((item) => attempt.marks.get(item) ?? 0));
    // What an item can give at most does not enter into α.
    const alpha = cronbachAlpha({ marks, maxima: items.map(() => 1) });
    const variance = sampleVariance(marks.map(sum));
    if (alpha === null || variance === null) return null;
    return { alpha, standardError: errorOfMeasurement(Math.sqrt(variance), alpha) };
  });
}
