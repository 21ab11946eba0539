import type { Pose } from './pose';

type HalfFaceProps = Readonly<{ pose: Pose; clip: string }>;

/**
 * One half of the face but for its mouth. The middle line is x = 0 and outwards is positive; the other half is this one
 * mirrored.
 */
export function HalfFace({ pose, clip }: HalfFaceProps) {
  return (
    <g>
      <path d={EAR} />
      <path d="M119 -8C125 -8 125 6 121 18C120 26 117 30 114 32" strokeWidth="1.4" />
      <path d={JAW} />
      <path d="M44 154C45 176 48 190 54 204" />
      <path d="M9 46C15 44 21 48 20 56C19 61 14 62 10 60" strokeWidth="1.8" />
      <path d="M6 -26C10 -8 8 20 10 36" strokeWidth="1.1" stroke="var(--fig-line)" />
      <Forehead brow={pose.brow} />
      <Brow brow={pose.brow} />
      <Eye eye={pose.eye} clip={clip} />
      <path
        d={FOLDS[pose.mouth]}
        strokeWidth={pose.mouth === 'up' ? 2 : 1.3}
        stroke={pose.mouth === 'up' ? undefined : 'var(--fig-line)'}
      />
    </g>
  );
}

const EAR = 'M112 -22C122 -30 132 -20 129 0C127 20 124 38 114 44C110 46 107 44 106 40';
const JAW = 'M113 -34C114 -4 112 24 106 54C100 90 76 132 44 154C30 164 14 170 0 170';

/** The fold from nose to mouth: deep in a smile, gone where the muscles are slack. */
const FOLDS: Readonly<Record<Pose['mouth'], string>> = {
  level: 'M24 58C33 64 41 76 45 90',
  up: 'M23 52C38 58 52 72 57 92',
  droop: 'M25 60C28 63 31 67 33 71',
  'left-behind': 'M25 60C28 63 31 67 33 71',
};

function Forehead({ brow }: Pick<Pose, 'brow'>) {
  if (brow !== 'raised') return null;
  return (
    <path
      d="M3 -73C24 -79 52 -79 76 -70M3 -84C24 -90 50 -90 70 -83M4 -95C22 -100 38 -100 54 -96"
      strokeWidth="1.6"
    />
  );
}

const BROWS: Readonly<Record<Pose['brow'], string>> = {
  level: 'M17 -37C30 -49 58 -51 79 -35C58 -43 34 -42 19 -30Z',
  raised: 'M17 -52C30 -65 58 -68 79 -50C58 -59 34 -57 19 -45Z',
  low: 'M17 -32C31 -39 58 -39 79 -26C58 -32 34 -33 19 -25Z',
};

function Brow({ brow }: Pick<Pose, 'brow'>) {
  return <path d={BROWS[brow]} fill="var(--fig-ink)" stroke="none" />;
}

/** Where the eyeball shows, and how far up the iris stands in it. */
const OPENINGS: Readonly<Record<'open' | 'wide' | 'bell', Readonly<{ lids: string; iris: number }>>> = {
  open: { lids: 'M22 -4C32 -20 54 -22 67 -8C56 2 35 4 22 -4Z', iris: -9.5 },
  wide: { lids: 'M22 -4C31 -25 54 -26 67 -7C57 12 33 13 22 -4Z', iris: -8 },
  bell: { lids: 'M22 -4C31 -17 54 -18 67 -6C56 11 33 11 22 -4Z', iris: -18 },
};

function Eye({ eye, clip }: Readonly<{ eye: Pose['eye']; clip: string }>) {
  if (eye === 'shut' || eye === 'soft') return <ShutEye tight={eye === 'shut'} />;
  const { lids, iris } = OPENINGS[eye];
  return (
    <g>
      <clipPath id={clip}>
        <path d={lids} />
      </clipPath>
      <path d={lids} fill="var(--fig-white)" stroke="none" />
      <g clipPath={`url(#${clip})`}>
        <circle cx="44" cy={iris} r="9.6" fill="var(--fig-umn)" stroke="var(--fig-ink)" strokeWidth="1.2" />
        <circle cx="44" cy={iris} r="4" fill="var(--fig-pupil)" stroke="none" />
      </g>
      <path d={lids} strokeWidth="1.3" />
      <path d={lids.slice(0, lids.indexOf('C', lids.indexOf('C') + 1))} strokeWidth="3" />
      <path d="M24 -18C34 -30 56 -30 68 -17" strokeWidth="1.1" stroke="var(--fig-line)" />
    </g>
  );
}

/** Lids that meet; shut tightly they bury the lashes and crease the outer corner. */
function ShutEye({ tight }: Readonly<{ tight: boolean }>) {
  return (
    <g>
      <path d="M21 -4C32 5 55 5 68 -5" strokeWidth="3" />
      {tight ? (
        <path d="M73 -12L83 -17M74 -6L85 -6M73 0L83 5M26 -16C36 -21 54 -21 64 -16" strokeWidth="1.5" />
      ) : (
        <path d="M30 2L27 8M40 5L39 11M51 5L53 11M60 1L65 7M25 -14C36 -22 54 -22 66 -15" strokeWidth="1.4" />
      )}
    </g>
  );
}
