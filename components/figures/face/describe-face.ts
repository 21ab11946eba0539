import { type Lesion, opposite, type Side, type Site } from './lesion';
import type { Action, Pose } from './pose';

/** What a reader is told of a face: what it does, why, and where the teaching is too simple (null: nowhere). */
export type FaceInWords = Readonly<{ what: string; why: string; caveat: string | null }>;

export const SITE_NAMES: Readonly<Record<Site, string>> = {
  none: 'No lesion',
  tract: 'Motor cortex or corticobulbar tract',
  nerve: 'Facial nucleus or nerve',
};
export const SIDE_NAMES: Readonly<Record<Side, string>> = { right: 'Right', left: 'Left' };
export const ACTION_NAMES: Readonly<Record<Action, string>> = {
  rest: 'At rest',
  brows: 'Raise brows',
  eyes: 'Close eyes',
  smile: 'Show teeth',
};

/** The face in words, side by side with the drawing. Sides are the patient's own. */
export function describeFace({ site, side }: Lesion, action: Action): FaceInWords {
  if (site === 'none') return { what: EVEN[action], why: ALL_CARRY, caveat: null };
  const other = opposite(side);
  return site === 'tract'
    ? { what: central(other)[action], why: spared(side, other), caveat: SIMPLIFIED }
    : { what: peripheral(side, other)[action], why: wholeNerve(side), caveat: LOOK_ALIKES };
}

/** The words beside a part of the drawing that does not do what it should; null where all is well. */
export function tagsOf(
  pose: Pose,
): Readonly<{ brow: string | null; eye: string | null; mouth: string | null }> {
  return { brow: BROW_TAGS[pose.brow], eye: EYE_TAGS[pose.eye], mouth: MOUTH_TAGS[pose.mouth] };
}

const BROW_TAGS = { level: null, raised: null, low: 'flat' } as const;
const EYE_TAGS = { open: null, wide: 'wide', shut: null, soft: 'nearly', bell: 'open' } as const;
const MOUTH_TAGS = { level: null, up: null, droop: 'droops', 'left-behind': 'lags' } as const;

const EVEN: Readonly<Record<Action, string>> = {
  rest: 'The face is even.',
  brows: 'Both brows rise and the whole forehead wrinkles.',
  eyes: 'Both eyes shut tightly.',
  smile: 'Both corners of the mouth rise.',
};
const ALL_CARRY = 'Both tracts and both nerves carry. Place a lesion and ask again.';

function central(weak: Side): Readonly<Record<Action, string>> {
  return {
    rest: `The ${weak} corner of the mouth hangs a little and the fold beside the nose is flat. Brows and eyes are even.`,
    brows: `Both brows rise: the forehead is spared. The ${weak} corner of the mouth hangs a little.`,
    eyes: `Both eyes close, the ${weak} one perhaps less tightly, so that its lashes still show.`,
    smile: `The ${weak} corner of the mouth stays behind, and the mouth is drawn to the ${opposite(weak)}.`,
  };
}

function spared(side: Side, weak: Side): string {
  return `The lower face on the ${weak} depends on the ${side} hemisphere, whose tract is cut: the weak side is opposite the lesion. The upper face is supplied by both hemispheres, and the ${weak} one still drives both brows.`;
}

function peripheral(weak: Side, well: Side): Readonly<Record<Action, string>> {
  return {
    rest: `The ${weak} brow sits low, the eye stands wider open, the fold beside the nose is gone and the corner of the mouth droops.`,
    brows: `Only the ${well} brow rises. The ${weak} half of the forehead stays flat and smooth.`,
    eyes: `The ${weak} eye stays open, and the eyeball rolls up behind the parted lids (Bell phenomenon). The ${well} eye shuts.`,
    smile: `Only the ${well} corner of the mouth rises, and the mouth is drawn to the ${well}. Brow and lids on the ${weak} are slack too.`,
  };
}

function wholeNerve(side: Side): string {
  return `Every fibre to the ${side} half of the face, wherever its command came from, runs in this one nerve. So brow, eye and mouth fail together, on the side of the lesion.`;
}

const SIMPLIFIED =
  'The rule is simplified. In monkeys the neurons of the upper face have little direct input from the primary motor cortex, and the lower face has some from both sides (Jenny and Saper 1987); other cortical areas drive the brows. In the first hours of a stroke the upper face can be mildly weak, and a smile at a joke may survive.';
const LOOK_ALIKES =
  'Two traps. A lesion in the pons, of nucleus or fascicle, lies in the brain and looks just like this. A lesion of single branches in the parotid may spare the forehead.';
