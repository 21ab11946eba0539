import type { SlotScore } from '@/lib/quiz/result-model';

const MARKS: Readonly<Record<SlotScore['outcome'], Readonly<{ path: string; look: string }>>> = {
  right: { path: 'M3 8.5 6.5 12 13 4', look: 'stroke-good' },
  wrong: { path: 'M4 4l8 8M12 4l-8 8', look: 'stroke-again' },
  omitted: { path: 'M3.5 8h9', look: 'stroke-soft' },
  voided: { path: 'M8 3a5 5 0 1 0 .01 0zM4.5 11.5l7-7', look: 'stroke-soft' },
};

/** A tick, a cross, a dash or a struck ring. The word stands beside it. */
export function OutcomeMark({ outcome }: Readonly<{ outcome: SlotScore['outcome'] }>) {
  const { path, look } = MARKS[outcome];
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 shrink-0 fill-none">
      <path d={path} strokeWidth="2" className={look} />
    </svg>
  );
}
