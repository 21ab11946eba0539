/** How often a variant of a concept was answered right at first exposure. */
export type VariantFacility<V> = Readonly<{ variant: V; right: number; n: number }>;

/** Two variants that do not ask the same; `difference` is the rate of the easier less that of the harder. */
export type Departure<V> = Readonly<{ easier: V; harder: V; difference: number }>;

/** From fewer answers a difference is chance. */
const LEAST_ANSWERS = 30;

/**
 * The pairs of `variants` of one concept whose facilities differ by more than 0.25, with at least 30 answers to each:
 * they are not isomorphic, and taking turns with them measures luck. In the order given, pair by pair.
 */
export function departures<V>(variants: readonly VariantFacility<V>[]): readonly Departure<V>[] {
  const known = variants.filter(({ n }) => n >= LEAST_ANSWERS);
  return known.flatMap((one, index) =>
    known.slice(index + 1).flatMap((other) => {
      // In whole numbers: a difference of exactly a quarter must not depend on rounding.
      const surplus = one.right * other.n - other.right * one.n;
      if (4 * Math.abs(surplus) <= one.n * other.n) return [];
      const [easier, harder] = surplus > 0 ? [one.variant, other.variant] : [other.variant, one.variant];
      return [{ easier, harder, difference: Math.abs(surplus) / (one.n * other.n) }];
    }),
  );
}
