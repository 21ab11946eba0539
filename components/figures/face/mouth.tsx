import type { Pose } from './pose';

type MouthProps = Readonly<{ right: Pose['mouth']; left: Pose['mouth'] }>;

/** The mouth between its two corners; whichever side pulls alone drags the middle along. The patient's right is at −x. */
export function Mouth({ right, left }: MouthProps) {
  const r = CORNERS[right];
  const l = CORNERS[left];
  const middle = (l.reach - r.reach) * 0.3;
  const lift = (r.drop + l.drop) * 0.28;
  const from = `M${-r.reach} ${LINE + r.drop}`;
  const seam = `C${-r.reach * 0.55} ${LINE + r.drop * 0.4 + 1} ${middle - 9} ${LINE + lift - 2} ${middle} ${LINE + lift}C${middle + 9} ${LINE + lift - 2} ${l.reach * 0.55} ${LINE + l.drop * 0.4 + 1} ${l.reach} ${LINE + l.drop}`;
  const below = (open: number) =>
    `C${l.reach * 0.7} ${LINE + l.drop * 0.5 + open * l.part + 3} ${middle + 12} ${LINE + lift + open} ${middle} ${LINE + lift + open}C${middle - 12} ${LINE + lift + open} ${-r.reach * 0.7} ${LINE + r.drop * 0.5 + open * r.part + 3} ${-r.reach} ${LINE + r.drop}Z`;
  const teeth = right === 'up' || left === 'up';
  const at = LINE + lift;
  const upperLip = `M${-r.reach} ${LINE + r.drop}C${middle - 20} ${at - 8} ${middle - 10} ${at - 13} ${middle} ${at - 9}C${middle + 10} ${at - 13} ${middle + 20} ${at - 8} ${l.reach} ${LINE + l.drop}`;
  const chin = teeth ? 23 : 13;
  return (
    <g>
      <path
        d={`${upperLip}C${l.reach * 0.66} ${LINE + l.drop * 0.7 + chin * 0.7} ${middle + 16} ${at + chin} ${middle} ${at + chin}C${middle - 16} ${at + chin} ${-r.reach * 0.66} ${LINE + r.drop * 0.7 + chin * 0.7} ${-r.reach} ${LINE + r.drop}Z`}
        fill="var(--fig-lip)"
        strokeWidth="1.1"
        stroke="var(--fig-soft)"
      />
      {teeth && (
        <>
          <path d={`${from}${seam}${below(14)}`} fill="var(--fig-white)" strokeWidth="1.6" />
          <path
            d={[-14, -7, 0, 7, 14].map((x) => `M${middle + x} ${at + 1}v${9 - Math.abs(x) / 5}`).join('')}
            strokeWidth="1"
            stroke="var(--fig-line)"
          />
        </>
      )}
      <path d={`${from}${seam}`} strokeWidth="2.4" />
    </g>
  );
}

/** The height at which the lips meet. */
const LINE = 104;

/** How far out a corner stands, how far below the line, and how much of the parting of the lips reaches it. */
const CORNERS: Readonly<Record<Pose['mouth'], Readonly<{ reach: number; drop: number; part: number }>>> = {
  level: { reach: 34, drop: 0, part: 0 },
  droop: { reach: 33, drop: 9, part: 0 },
  up: { reach: 46, drop: -9, part: 1 },
  'left-behind': { reach: 29, drop: 7, part: 0.45 },
};
