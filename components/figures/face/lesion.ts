/** A side as the patient has it. Whoever faces the patient sees the right side on the left. */
export type Side = 'right' | 'left';

/** What is cut: nothing, the motor cortex or its corticobulbar tract above the crossing, or the facial nucleus or nerve. */
export type Site = 'none' | 'tract' | 'nerve';

/** Where the lesion sits; `side` says nothing where the site is `none`. */
export type Lesion = Readonly<{ site: Site; side: Side }>;

export const SIDES: readonly Side[] = ['right', 'left'];
export const SITES: readonly Site[] = ['none', 'tract', 'nerve'];

/** The other side. */
export function opposite(side: Side): Side {
  return side === 'right' ? 'left' : 'right';
}
