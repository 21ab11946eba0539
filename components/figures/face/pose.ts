import type { HalfPower } from './supply';

/** What the patient is asked to do. */
export type Action = 'rest' | 'brows' | 'eyes' | 'smile';

/** How one half of the face looks. `bell`: the lids stay apart and the eyeball has rolled up behind them. */
export type Pose = Readonly<{
  brow: 'level' | 'raised' | 'low';
  eye: 'open' | 'wide' | 'shut' | 'soft' | 'bell';
  mouth: 'level' | 'droop' | 'up' | 'left-behind';
}>;

export const ACTIONS: readonly Action[] = ['rest', 'brows', 'eyes', 'smile'];

/** How a half of the face that has this power looks when the patient does, or tries to do, what was asked. */
export function poseOf(power: HalfPower, action: Action): Pose {
  return { brow: browOf(power, action), eye: eyeOf(power, action), mouth: mouthOf(power, action) };
}

function browOf({ brow }: HalfPower, action: Action): Pose['brow'] {
  if (brow === 'weak') return 'low';
  return action === 'brows' ? 'raised' : 'level';
}

function eyeOf({ eye }: HalfPower, action: Action): Pose['eye'] {
  if (action !== 'eyes') return eye === 'weak' ? 'wide' : 'open';
  if (eye === 'weak') return 'bell';
  return eye === 'nearly' ? 'soft' : 'shut';
}

function mouthOf({ mouth }: HalfPower, action: Action): Pose['mouth'] {
  if (action === 'smile') return mouth === 'weak' ? 'left-behind' : 'up';
  return mouth === 'weak' ? 'droop' : 'level';
}
