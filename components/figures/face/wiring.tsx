import { type Lesion, SIDES, type Side } from './lesion';
import { driversOf, isMoved, nerveCarries, tractCarries } from './supply';

/** From both cortices to both nuclei and on to the face: what carries is drawn through, what is silent is dashed. */
export function Wiring({ lesion }: Readonly<{ lesion: Lesion }>) {
  return (
    <g fill="none">
      <path d="M200 8V182" stroke="var(--fig-line)" strokeDasharray="2 5" strokeWidth="1.2" />
      {SIDES.map((side) => (
        <path
          key={side}
          d={HEMISPHERE}
          transform={mirror(side)}
          fill="var(--fig-fill)"
          stroke="var(--fig-line)"
          strokeWidth="1.6"
        />
      ))}
      {SIDES.map((side) => (
        <path
          key={side}
          d={SULCI}
          transform={mirror(side)}
          stroke="var(--fig-line)"
          strokeWidth="1.2"
          strokeOpacity="0.7"
        />
      ))}
      {SIDES.flatMap((side) =>
        (['upper', 'lower'] as const).flatMap((part) =>
          driversOf(part, side).map((driver) => (
            <path
              key={`${part}-${side}-${driver}`}
              d={driver === side ? SAME : part === 'upper' ? CROSSED_UPPER : CROSSED_LOWER}
              transform={mirror(driver)}
              stroke="var(--fig-umn)"
              strokeWidth={part === 'lower' ? 3.4 : 2.2}
              {...look(tractCarries(lesion, driver))}
            />
          )),
        ),
      )}
      {SIDES.map((side) => (
        <g key={side} transform={mirror(side)}>
          <circle cx="106" cy="48" r="8" fill="var(--fig-umn)" stroke="none" />
          {(['upper', 'lower'] as const).map((part) => (
            <g key={part} stroke="var(--fig-lmn)" {...look(isMoved(lesion, part, side))}>
              <path
                d={part === 'upper' ? NERVE_UPPER : NERVE_LOWER}
                strokeWidth={part === 'lower' ? 3.4 : 2.2}
              />
              <path d={part === 'upper' ? BRANCHES_UPPER : BRANCHES_LOWER} strokeWidth="1.5" />
            </g>
          ))}
          <path
            d="M112 142A14 13 0 0 1 140 142Z"
            fill="var(--fig-paper)"
            stroke="var(--fig-lmn)"
            strokeWidth="2"
          />
          <path
            d="M112 146A14 13 0 0 0 140 146Z"
            fill="var(--fig-paper)"
            stroke="var(--fig-lmn)"
            strokeWidth="2"
          />
          {!tractCarries(lesion, side) && <Cut x={112} y={92} />}
          {!nerveCarries(lesion, side) && <Cut x={72} y={184} />}
        </g>
      ))}
      <g
        fill="var(--fig-soft)"
        stroke="var(--fig-paper)"
        strokeWidth="5"
        strokeLinejoin="round"
        fontSize="15"
        className="figure-halo"
      >
        <text x="200" y="42" textAnchor="middle">
          cortex
        </text>
        <text x="200" y="176" textAnchor="middle">
          nuclei in the pons
        </text>
        <text x="8" y="212">
          nerve
        </text>
        <text x="392" y="212" textAnchor="end">
          nerve
        </text>
      </g>
    </g>
  );
}

const HEMISPHERE =
  'M192 84V24C172 8 132 6 104 22C80 36 74 62 86 78C94 88 112 86 126 84C150 80 174 92 192 84Z';
const SULCI =
  'M132 12C128 22 136 26 130 36M158 9C162 20 152 26 158 38M86 52C94 50 96 58 104 62M178 14C174 26 182 34 178 46M140 80C142 70 150 66 148 56M172 80C170 70 176 64 174 56';
const SAME = 'M104 56C108 90 112 110 118 130';
const CROSSED_UPPER = 'M110 56C124 100 236 104 276 132';
const CROSSED_LOWER = 'M107 57C114 116 222 122 264 150';
const NERVE_UPPER = 'M114 137C84 140 66 160 62 214C58 272 62 322 82 366';
const BRANCHES_UPPER = 'M82 366C92 372 104 372 116 364M82 366C96 384 110 394 126 396';
const NERVE_LOWER = 'M114 152C94 154 76 172 70 216C66 274 68 330 82 370';
const BRANCHES_LOWER = 'M82 370C92 420 118 470 152 494';

function mirror(side: Side): string | undefined {
  return side === 'right' ? undefined : 'translate(400 0) scale(-1 1)';
}

function look(carries: boolean) {
  return carries ? {} : { strokeDasharray: '3 6', strokeOpacity: 0.75 };
}

function Cut({ x, y }: Readonly<{ x: number; y: number }>) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r="15" fill="var(--fig-paper)" stroke="var(--fig-lesion)" strokeWidth="2.5" />
      <path
        d="M-6.5 -6.5L6.5 6.5M6.5 -6.5L-6.5 6.5"
        stroke="var(--fig-lesion)"
        strokeWidth="3.5"
        strokeLinecap="round"
      />
    </g>
  );
}
