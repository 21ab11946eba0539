/** Peers' shares from fewer responses would tell who chose what. */
export const LEAST_FOR_SHARES = 10;

/** Discrimination and correlations from fewer responses are chance. */
export const LEAST_FOR_CORRELATION = 30;

/** Why a number may not be shown. */
export type Withheld =
  | Readonly<{ kind: 'too-few'; n: number; needed: number }>
  /** All answers or all scores are the same: there is nothing to correlate. */
  | Readonly<{ kind: 'no-variation' }>
  /** Attempts had other items each, so that their totals do not measure one thing. */
  | Readonly<{ kind: 'different-items' }>;

/** A number that may be shown, or the reason why not. */
export type Guarded<T> = Readonly<{ shown: true; value: T }> | Readonly<{ shown: false; reason: Withheld }>;

/**
 * The value of `compute`, unless there are fewer than `needed` responses: then it is not even computed. Where it gives
 * null, nothing varied.
 */
export function guarded<T>(n: number, needed: number, compute: () => T | null): Guarded<T> {
  if (n < needed) return { shown: false, reason: { kind: 'too-few', n, needed } };
  const value = compute();
  return value === null ? { shown: false, reason: { kind: 'no-variation' } } : { shown: true, value };
}
