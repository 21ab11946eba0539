import { useId } from 'react';
import { tagsOf } from './describe-face';
import { HalfFace } from './half-face';
import { type Lesion, SIDES, type Side } from './lesion';
import { Mouth } from './mouth';
import { type Action, type Pose, poseOf } from './pose';
import { powerOf } from './supply';
import { Wiring } from './wiring';

type FaceDrawingProps = Readonly<{ lesion: Lesion; action: Action }>;

/** The patient's face as seen by whoever faces the patient, and above it the paths that move it. */
export function FaceDrawing({ lesion, action }: FaceDrawingProps) {
  const clip = useId();
  const poses: Readonly<Record<Side, Pose>> = {
    right: poseOf(powerOf(lesion, 'right'), action),
    left: poseOf(powerOf(lesion, 'left'), action),
  };
  return (
    <svg
      viewBox="0 0 400 600"
      role="img"
      aria-label="The patient’s face, and the paths that move it"
      className="widget-drawing"
    >
      <g
        transform="translate(200 400)"
        fill="none"
        stroke="var(--fig-ink)"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {SIDES.map((side) => (
          <g key={side} transform={side === 'right' ? 'scale(-1 1)' : undefined}>
            <HalfFace pose={poses[side]} clip={`${clip}-${side}`} />
          </g>
        ))}
        <path d={HAIR} fill="var(--fig-hair)" />
        <path d={STRANDS} strokeWidth="1.1" strokeOpacity="0.5" />
        <path d="M-8 63C-4 67 4 67 8 63" strokeWidth="1.8" />
        <Mouth right={poses.right.mouth} left={poses.left.mouth} />
      </g>
      <Wiring lesion={lesion} />
      <g fill="var(--fig-soft)" fontSize="15">
        <text x="6" y="22">
          patient’s
        </text>
        <text x="6" y="40">
          right
        </text>
        <text x="394" y="22" textAnchor="end">
          patient’s
        </text>
        <text x="394" y="40" textAnchor="end">
          left
        </text>
      </g>
      {SIDES.map((side) => (
        <Tags key={side} side={side} pose={poses[side]} />
      ))}
    </svg>
  );
}

/** Parted on the patient's left. */
const HAIR =
  'M-117 -26C-130 -70 -134 -152 -74 -190C-32 -214 40 -212 78 -188C130 -152 130 -74 117 -26C114 -52 109 -74 98 -92C80 -102 62 -116 50 -138C22 -114 -50 -112 -92 -88C-106 -70 -113 -50 -117 -26Z';
const STRANDS =
  'M50 -138C10 -146 -58 -134 -106 -86M50 -148C14 -172 -64 -164 -114 -98M50 -160C20 -190 -50 -192 -98 -150M58 -136C80 -124 102 -104 112 -70M60 -150C90 -146 112 -122 120 -82';

/** Words at the edge of the drawing, each level with what it speaks of. */
function Tags({ side, pose }: Readonly<{ side: Side; pose: Pose }>) {
  const { brow, eye, mouth } = tagsOf(pose);
  const edge =
    side === 'right' ? ({ x: 6, textAnchor: 'start' } as const) : ({ x: 394, textAnchor: 'end' } as const);
  return (
    <g fill="var(--fig-lesion)" fontSize="16" fontWeight="650">
      {[
        [brow, 366],
        [eye, 402],
        [mouth, 512],
      ].map(
        ([word, y]) =>
          word !== null && (
            <text key={y} y={y ?? 0} {...edge}>
              {word}
            </text>
          ),
      )}
    </g>
  );
}
