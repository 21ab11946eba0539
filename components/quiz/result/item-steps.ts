export type Show = 'all' | 'missed' | 'flagged';

export function shownItems<Entry extends Readonly<{ missed: boolean; flagged: boolean }>>(
  entries: readonly Entry[],
  show: Show,
): readonly Entry[] {
  return show === 'all' ? entries : entries.filter((entry) => entry[show]);
}

/** Where a key leads among the items: one on, one back, or nowhere. */
export function stepOf(key: string): 1 | -1 | null {
  if (/^[jn]$/i.test(key)) return 1;
  return /^[kp]$/i.test(key) ? -1 : null;
}

/** The slot one step from `current` among those shown, in their order; null at the ends. Without a current one, the first. */
export function itemAfter(slots: readonly number[], current: number | null, step: 1 | -1): number | null {
  if (current === null) return slots[0] ?? null;
  const beyond = slots.filter((slot) => (step === 1 ? slot > current : slot < current));
  return (step === 1 ? beyond[0] : beyond.at(-1)) ?? null;
}
