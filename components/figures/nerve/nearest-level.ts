/** A place in the drawing, in units of its view box. */
export type Point = Readonly<{ x: number; y: number }>;

/** The index of the place that is nearest to the point. */
export function nearestLevel(point: Point, places: readonly Point[]): number {
  const distances = places.map(({ x, y }) => Math.hypot(x - point.x, y - point.y));
  return distances.indexOf(Math.min(...distances));
}
