import type { Share } from '@/lib/quiz/result-model';
import { along } from './result/geometry';

type IntervalBarProps = Readonly<{
  share: Pick<Share, 'rate' | 'low' | 'high'>;
  /** Height in pixels. */
  height?: number;
}>;

/** A share between none and all, with the range in which it may well lie. Its numbers stand beside it in words. */
export function IntervalBar({ share, height = 16 }: IntervalBarProps) {
  const { rate, low, high } = share;
  const middle = height / 2;
  return (
    <svg width="100%" height={height} aria-hidden="true" className="block overflow-visible">
      <line className="chart-line" x1="0%" x2="100%" y1={middle} y2={middle} />
      {[0, 0.5, 1].map((at) => (
        <line key={at} className="chart-line" x1={along(at)} x2={along(at)} y1={middle - 4} y2={middle + 4} />
      ))}
      <rect
        className="chart-band"
        x={along(low)}
        width={along(high - low)}
        y={middle - height / 4}
        height={height / 2}
        rx={2}
      />
      <line className="chart-mark" x1={along(rate)} x2={along(rate)} y1={0} y2={height} />
    </svg>
  );
}
