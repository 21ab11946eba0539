import { type Lesion, opposite, SIDES, type Side } from './lesion';

/** The two halves of a facial nucleus: its upper part moves brow and lids, its lower part the mouth. */
export type NucleusPart = 'upper' | 'lower';

/** How well a muscle obeys: wholly, nearly so, or hardly at all. */
export type Power = 'full' | 'nearly' | 'weak';

/** What is left to one half of a face. */
export type HalfPower = Readonly<{ brow: Power; eye: Power; mouth: Power }>;

/**
 * The hemispheres that drive a part of the nucleus of `side`: both the upper part, only the opposite one the lower.
 * The classical teaching; in monkeys it is simpler than the truth (Jenny and Saper 1987).
 */
export function driversOf(part: NucleusPart, side: Side): readonly Side[] {
  return part === 'upper' ? SIDES : [opposite(side)];
}

/** Whether the tract that begins in the hemisphere of `side` carries. */
export function tractCarries(lesion: Lesion, side: Side): boolean {
  return lesion.site !== 'tract' || lesion.side !== side;
}

/** Whether the nerve of `side` carries. */
export function nerveCarries(lesion: Lesion, side: Side): boolean {
  return lesion.site !== 'nerve' || lesion.side !== side;
}

/** Whether any command still reaches the muscles that a part of the nucleus of `side` moves. */
export function isMoved(lesion: Lesion, part: NucleusPart, side: Side): boolean {
  return nerveCarries(lesion, side) && driversOf(part, side).some((driver) => tractCarries(lesion, driver));
}

/**
 * What a lesion leaves to the half of the face on `side`. Opposite a cut tract the lids close nearly, not wholly:
 * orbicularis oculi leans on the opposite hemisphere more than frontalis does.
 */
export function powerOf(lesion: Lesion, side: Side): HalfPower {
  const upper = isMoved(lesion, 'upper', side);
  const lower = isMoved(lesion, 'lower', side);
  return {
    brow: upper ? 'full' : 'weak',
    eye: upper ? (lower ? 'full' : 'nearly') : 'weak',
    mouth: lower ? 'full' : 'weak',
  };
}
