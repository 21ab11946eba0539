import type { Share } from '@/lib/quiz/model';

const Z = 1.959964;

export function wilson(right: number, n: number): Share {
  const rate = n === 0 ? 0 : right / n;
  if (n === 0) return { n, right, rate, low: 0, high: 1 };
  const centre = (rate + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  const half = (Z / (1 + (Z * Z) / n)) * Math.sqrt((rate * (1 - rate)) / n + (Z * Z) / (4 * n * n));
  return { n, right, rate, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
