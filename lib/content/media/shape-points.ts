import { numbersIn, type Point } from './geometry';
import type { SvgElement } from './read-svg';

/**
 * Points that span a shape in its own coordinates: corners, and the points that control a path. A curve lies within
 * them, so the box around them is never too small, but for arcs, of which only the ends count. None for what is no shape.
 */
export function shapePoints({ name, attributes }: SvgElement): readonly Point[] {
  const number = (attribute: string) => Number.parseFloat(attributes.get(attribute) ?? '') || 0;
  const around = (x: number, y: number, rx: number, ry: number): readonly Point[] =>
    corners(x - rx, y - ry, 2 * rx, 2 * ry);
  switch (name) {
    case 'rect':
      return corners(number('x'), number('y'), number('width'), number('height'));
    case 'circle':
      return around(number('cx'), number('cy'), number('r'), number('r'));
    case 'ellipse':
      return around(number('cx'), number('cy'), number('rx'), number('ry'));
    case 'line':
      return [
        { x: number('x1'), y: number('y1') },
        { x: number('x2'), y: number('y2') },
      ];
    case 'polyline':
    case 'polygon':
      return pairs(numbersIn(attributes.get('points') ?? ''));
    case 'path':
      return pathPoints(attributes.get('d') ?? '');
    default:
      return [];
  }
}

function corners(x: number, y: number, width: number, height: number): readonly Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ];
}

function pairs(numbers: readonly number[]): readonly Point[] {
  return Array.from({ length: Math.floor(numbers.length / 2) }, (_, index) => ({
    x: numbers[2 * index] ?? 0,
    y: numbers[2 * index + 1] ?? 0,
  }));
}

const COMMAND = /([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)/g;
function pathPoints(d: string): readonly Point[] {
  const points: Point[] = [];
  let at: Point = { x: 0, y: 0 };
  let start = at;
  for (const [, command = '', list = ''] of d.matchAll(COMMAND)) {
    const relative = command === command.toLowerCase();
    const kind = command.toUpperCase();
    const from = (x: number, y: number): Point => (relative ? { x: at.x + x, y: at.y + y } : { x, y });
    if (kind === 'Z') at = start;
    else if (kind === 'H' || kind === 'V') {
      for (const value of numbersIn(list)) {
        const [dx, dy] = relative ? [at.x, at.y] : [0, 0];
        at = kind === 'H' ? { x: dx + value, y: at.y } : { x: at.x, y: dy + value };
        points.push(at);
      }
    } else {
      const steps = kind === 'A' ? arcEnds(list) : pairs(numbersIn(list));
      const size = POINTS_OF[kind] ?? 1;
      for (let first = 0; first < steps.length; first += size) {
        const drawn = steps.slice(first, first + size).map(({ x, y }) => from(x, y));
        points.push(...drawn);
        at = drawn.at(-1) ?? at;
        if (kind === 'M' && first === 0) start = at;
      }
    }
  }
  return points;
}

/** How many points one step of a command takes; the last is where it ends. */
const POINTS_OF: Readonly<Record<string, number>> = { C: 3, S: 2, Q: 2 };

/** Where arcs end. Their two flags are single digits and need nothing between them. */
function arcEnds(list: string): readonly Point[] {
  const ends: Point[] = [];
  let at = 0;
  const next = (pattern: RegExp): number | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(list);
    if (found === null) return null;
    at = pattern.lastIndex;
    return Number(found[1]);
  };
  for (;;) {
    const [, , , , , x = null, y = null] = [NUMBER, NUMBER, NUMBER, FLAG, FLAG, NUMBER, NUMBER].map(next);
    if (x === null || y === null) return ends;
    ends.push({ x, y });
  }
}

const NUMBER = /[\s,]*([-+]?(?:\d*\.\d+|\d+\.?)(?:[eE][-+]?\d+)?)/y;
const FLAG = /[\s,]*([01])/y;
