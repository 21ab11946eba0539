import type { MouseEvent } from 'react';
import { type Fate, LEVELS } from './levels';
import { nearestLevel, type Point } from './nearest-level';
import { Labels, Surroundings } from './nerve-surroundings';

type NerveDrawingProps = Readonly<{ level: number; onMove: (level: number) => void }>;

/** The nerve from the cortex to the muscles; what the lesion takes is dashed. The lesion can be dragged along it. */
export function NerveDrawing({ level, onMove }: NerveDrawingProps) {
  const fates = LEVELS[level]?.fates;
  const place = PLACES[level];
  if (fates === undefined || place === undefined) return null;
  const move = (event: MouseEvent<SVGSVGElement>) => onMove(nearestLevel(pointOf(event), PLACES));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the rail beside the drawing does the same by keyboard
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label="The course of the facial nerve, and the lesion on it"
      className="widget-drawing"
      onClick={move}
      onPointerDown={(event) => {
        // Elsewhere a finger may be about to scroll.
        if (event.target instanceof Element && event.target.closest('.widget-handle') !== null)
          event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) move(event);
      }}
    >
      <Surroundings />
      <g fill="none" strokeLinecap="round">
        <g stroke="var(--fig-third)" strokeWidth="2.6">
          <path d={PETROSAL} {...look(fates.tears)} />
          <path d={CHORDA} {...look(fates.taste)} />
          <path d={SALIVARY} {...look(fates.saliva)} />
        </g>
        <path d={STAPEDIUS} stroke="var(--fig-lmn)" strokeWidth="2.6" {...look(fates.sounds)} />
        <path d={TRACT} stroke="var(--fig-umn)" strokeWidth="4" {...look(level === 0 ? 'lost' : 'kept')} />
        {TRUNK.map((d, segment) => (
          <path
            key={d}
            d={d}
            stroke="var(--fig-lmn)"
            strokeWidth="6"
            {...look(level > 0 && level <= segment + 1 ? 'lost' : 'kept')}
          />
        ))}
        {BRANCHES.map(({ d, moves }) => (
          <path key={d} d={d} stroke="var(--fig-lmn)" strokeWidth="2.6" {...look(fates[moves])} />
        ))}
      </g>
      <circle cx="298" cy="160" r="9" fill="var(--fig-lmn)" />
      <ellipse cx="134" cy="196" rx="11" ry="9" fill="var(--fig-lmn)" />
      <Labels />
      {PLACES.map(({ x, y }, at) => (
        <circle
          key={`${x} ${y}`}
          cx={x}
          cy={y}
          r="4"
          fill="var(--fig-paper)"
          stroke="var(--fig-ink)"
          strokeWidth="1.4"
          visibility={at === level ? 'hidden' : undefined}
        />
      ))}
      <g transform={`translate(${place.x} ${place.y})`} className="widget-handle">
        <circle r="32" fill="transparent" />
        <circle r="16" fill="var(--fig-paper)" stroke="var(--fig-lesion)" strokeWidth="2.5" />
        <path d="M-7 -7L7 7M7 -7L-7 7" stroke="var(--fig-lesion)" strokeWidth="3.5" strokeLinecap="round" />
      </g>
    </svg>
  );
}

const WIDTH = 400;
const HEIGHT = 530;

/** Where each level sits in the drawing. */
const PLACES: readonly Point[] = [
  { x: 62, y: 112 },
  { x: 134, y: 196 },
  { x: 194, y: 190 },
  { x: 246, y: 175 },
  { x: 298, y: 160 },
  { x: 326, y: 206 },
  { x: 328, y: 272 },
  { x: 324, y: 340 },
  { x: 276, y: 402 },
];
const TRACT = 'M54 56C56 84 60 100 64 118C72 150 116 152 132 188';
/** From each level but the first and last to the next. */
const TRUNK: readonly string[] = [
  'M134 196C154 204 172 196 194 190',
  'M194 190L246 175',
  'M246 175L298 160',
  'M298 160C318 160 326 180 326 206',
  'M326 206L328 272',
  'M328 272L324 340',
  'M324 340C320 370 302 388 276 402',
];
const PETROSAL = 'M298 160C272 206 228 244 186 268C156 286 134 318 124 346';
const STAPEDIUS = 'M327 238C340 242 350 242 360 239';
const CHORDA = 'M326 306C284 316 224 424 140 468';
const SALIVARY = 'M176 440C178 454 178 462 176 470';
const BRANCHES = [
  { d: 'M276 402C232 352 160 314 98 324', moves: 'forehead' },
  { d: 'M276 402C230 390 170 386 124 386', moves: 'eye' },
  { d: 'M276 402C220 412 150 432 106 444', moves: 'mouth' },
  { d: 'M276 402C240 436 180 486 98 494', moves: 'mouth' },
  { d: 'M276 402C268 440 246 486 214 520', moves: 'mouth' },
] as const;

const LOOKS: Readonly<Record<Fate, Readonly<{ strokeDasharray?: string; strokeOpacity?: number }>>> = {
  kept: {},
  'usually kept': {},
  varies: { strokeDasharray: '12 7' },
  lost: { strokeDasharray: '1 8', strokeOpacity: 0.8 },
};

function look(fate: Fate) {
  return LOOKS[fate];
}

/** Where the pointer is, in units of the view box. */
function pointOf(event: MouseEvent<SVGSVGElement>): Point {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return { x: ((event.clientX - left) / width) * WIDTH, y: ((event.clientY - top) / height) * HEIGHT };
}
