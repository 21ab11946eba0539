import type { ResultView } from '@/lib/quiz/result-model';
import { CONFIDENCE_WORDS, percent } from '../quiz-words';
import { ChartTable } from './chart-table';
import { dotRadius, HALVES_AT, PLOT, plotted } from './geometry';
import { brierWords, calibrationWords, claimOf, rangeWords, sureButWrongWords } from './result-words';

type Calibration = NonNullable<ResultView['calibration']>;
type Level = Calibration['levels'][number];

type CalibrationPlotProps = Readonly<{
  calibration: Calibration;
  /** How many of the wrong and sure answers come first tomorrow. */
  comingFirst: number;
}>;

/** What was claimed against what came of it. On the slanting line both are the same. */
export function CalibrationPlot({ calibration, comingFirst }: CalibrationPlotProps) {
  const sureButWrong = sureButWrongWords(calibration, comingFirst);
  const levels = calibration.levels.filter(({ n }) => n > 0);
  const most = Math.max(...levels.map(({ n }) => n));
  return (
    <>
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-[minmax(0,24rem)_1fr] sm:items-center">
        <Plot levels={levels} most={most} />
        <div className="space-y-4 leading-relaxed">
          <p className="font-serif text-lg">{calibrationWords(claimOf(calibration))}</p>
          {sureButWrong !== null && <p className="border-l-2 border-rubric pl-4">{sureButWrong}</p>}
          <p className="text-soft">{brierWords(calibration.brier)}</p>
        </div>
      </div>
      <ChartTable
        caption="What you claimed and what came of it"
        head={['You said', 'That claims', 'Answers', 'Right', 'Range (95%)']}
        rows={levels.map((level) => [
          CONFIDENCE_WORDS[level.confidence],
          percent(level.stated),
          String(level.n),
          `${level.right} (${percent(level.rate)})`,
          rangeWords(level),
        ])}
      />
    </>
  );
}

function Plot({ levels, most }: Readonly<{ levels: readonly Level[]; most: number }>) {
  const { left, right, top, bottom } = PLOT;
  return (
    <svg viewBox="0 0 340 350" aria-hidden="true" className="chart-text w-full max-w-96">
      <path className="chart-band" opacity="0.35" d={`M${left} ${bottom}H${right}V${top}z`} />
      {[0, 0.25, 0.5, 0.75, 1].map((at) => {
        const { y } = plotted(0, at);
        return (
          <g key={at}>
            <line className="chart-line" x1={left} x2={right} y1={y} y2={y} />
            <text className="chart-soft" x={left - 8} y={y + 4} textAnchor="end">
              {percent(at)}
            </text>
          </g>
        );
      })}
      <line className="chart-ideal" x1={left} y1={bottom} x2={right} y2={top} />
      <Half words={['knew more', 'than said']} y={top + 18} look="chart-soft" />
      <Half words={['knew less', 'than said']} y={bottom - 25} look="chart-soft chart-bare" />
      <text
        className="chart-soft"
        textAnchor="middle"
        transform={`translate(12 ${(top + bottom) / 2}) rotate(-90)`}
      >
        were right
      </text>
      {levels.map((level) => (
        <Point key={level.confidence} level={level} most={most} />
      ))}
    </svg>
  );
}

type HalfProps = Readonly<{ words: readonly [string, string]; y: number; look: string }>;

function Half({ words, y, look }: HalfProps) {
  return (
    <text className={look} textAnchor="middle">
      {words.map((line, index) => (
        <tspan key={line} x={HALVES_AT} y={y + 15 * index}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function Point({ level, most }: Readonly<{ level: Level; most: number }>) {
  const { stated, rate, low, high, n, confidence } = level;
  const { x, y } = plotted(stated, rate);
  const from = plotted(stated, low).y;
  const to = plotted(stated, high).y;
  return (
    <g>
      <line className="chart-whisker" x1={x} x2={x} y1={from} y2={to} />
      <path className="chart-whisker" d={`M${x - 5} ${from}h10M${x - 5} ${to}h10`} />
      <circle className="chart-dot" cx={x} cy={y} r={dotRadius(n, most)} />
      <text x={x} y={PLOT.bottom + 26} textAnchor="middle">
        {CONFIDENCE_WORDS[confidence]}
      </text>
      <text className="chart-soft" x={x} y={PLOT.bottom + 43} textAnchor="middle">
        {percent(stated)} · {n}
      </text>
    </g>
  );
}
