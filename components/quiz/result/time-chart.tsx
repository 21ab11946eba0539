import { SECOND_MS } from '@/lib/base/time';
import { timeAllowed } from '@/lib/quiz/deadline';
import type { ResultView, SlotScore } from '@/lib/quiz/result-model';
import { clockSpan, exactSpan } from '../quiz-words';
import { ChartTable } from './chart-table';
import { along, isNumbered, type TimeScale, timeScale } from './geometry';
import { outcomeWords } from './result-words';

const HEIGHT = 132;
const TOP = 18;

type Bar = Readonly<{ slot: number; spentMs: number; outcome: SlotScore['outcome'] }>;

/** How long each item took: full where it was right, hollow where it was not. */
export function TimeChart({ result }: Readonly<{ result: ResultView }>) {
  const { slots, scores, attempt } = result;
  const bars = scores.map(({ slot, outcome }) => ({ slot, outcome, spentMs: slots[slot]?.spentMs ?? 0 }));
  const allowedMs = timeAllowed(attempt);
  const paceMs = allowedMs === null ? null : allowedMs / bars.length;
  const scale = timeScale(
    bars.map(({ spentMs }) => spentMs),
    paceMs,
  );
  return (
    <>
      <p className="mb-4 max-w-prose leading-relaxed text-soft">{paceWords(bars, paceMs)}</p>
      <svg
        width="100%"
        height={TOP + HEIGHT + 24}
        aria-hidden="true"
        className="chart-text block overflow-visible"
      >
        <Lines scale={scale} />
        {bars.map((bar) => (
          <TimeBar key={bar.slot} bar={bar} count={bars.length} topMs={scale.topMs} />
        ))}
        {paceMs !== null && <Pace paceMs={paceMs} topMs={scale.topMs} />}
      </svg>
      <Legend bars={bars} />
      <ChartTable
        caption="Time for each item"
        head={['Item', 'Time', 'Outcome']}
        rows={bars.map(({ slot, spentMs, outcome }) => [
          String(slot + 1),
          clockSpan(spentMs),
          outcomeWords(outcome),
        ])}
      />
    </>
  );
}

function Lines({ scale }: Readonly<{ scale: TimeScale }>) {
  return (
    <>
      {scale.lines.map((ms) => (
        <g key={ms}>
          <line
            className="chart-line"
            x1="0%"
            x2="100%"
            y1={heightAt(ms, scale.topMs)}
            y2={heightAt(ms, scale.topMs)}
          />
          <text className="chart-soft" x="0%" y={heightAt(ms, scale.topMs) - 4}>
            {clockSpan(ms)}
          </text>
        </g>
      ))}
      <line className="chart-axis" x1="0%" x2="100%" y1={TOP + HEIGHT} y2={TOP + HEIGHT} />
    </>
  );
}

function Pace({ paceMs, topMs }: Readonly<{ paceMs: number; topMs: number }>) {
  const y = heightAt(paceMs, topMs);
  return (
    <>
      <line className="chart-ideal" x1="0%" x2="100%" y1={y} y2={y} />
      <text x="100%" y={y - 5} textAnchor="end">
        pace {clockSpan(paceMs)}
      </text>
    </>
  );
}

function TimeBar({ bar, count, topMs }: Readonly<{ bar: Bar; count: number; topMs: number }>) {
  // The scale's numbers stand at the left edge, the pace at the right: bars begin beside them.
  const room = 0.88 / count;
  const x = 0.1 + bar.slot * room;
  const y = heightAt(Math.min(bar.spentMs, topMs), topMs);
  const middle = along(x + room / 2);
  return (
    <g>
      <rect
        className={`chart-bar chart-bar-${bar.outcome}`}
        x={along(x + room * 0.15)}
        width={along(room * 0.7)}
        y={y}
        height={Math.max(1, TOP + HEIGHT - y)}
      />
      {bar.spentMs > topMs && (
        <text x={middle} y={TOP - 4} textAnchor="middle">
          {clockSpan(bar.spentMs)}
        </text>
      )}
      {isNumbered(bar.slot, count) && (
        <text className="chart-soft" x={middle} y={TOP + HEIGHT + 18} textAnchor="middle">
          {bar.slot + 1}
        </text>
      )}
    </g>
  );
}

function Legend({ bars }: Readonly<{ bars: readonly Bar[] }>) {
  const present = new Set(bars.map(({ outcome }) => outcome));
  return (
    <ul aria-hidden="true" className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm text-soft">
      {(['right', 'wrong', 'omitted', 'voided'] as const)
        .filter((outcome) => present.has(outcome))
        .map((outcome) => (
          <li key={outcome} className="flex items-center gap-2">
            <svg width="12" height="12" aria-hidden="true" className="overflow-visible">
              <rect className={`chart-bar chart-bar-${outcome}`} x="1" y="1" width="10" height="10" />
            </svg>
            {outcomeWords(outcome)}
          </li>
        ))}
    </ul>
  );
}

function paceWords(bars: readonly Bar[], paceMs: number | null): string {
  const totalMs = bars.reduce((sum, { spentMs }) => sum + spentMs, 0);
  const mean = exactSpan(Math.round(totalMs / bars.length / SECOND_MS) * SECOND_MS);
  return paceMs === null
    ? `${mean} for an item on average.`
    : `${mean} for an item on average; the clock allowed ${exactSpan(paceMs)}.`;
}

function heightAt(ms: number, topMs: number): number {
  return Math.round(10 * (TOP + HEIGHT * (1 - ms / topMs))) / 10;
}
