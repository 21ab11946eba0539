import type { IntervalLabel } from '@/lib/scheduling/interval-label';
import { GRADES, type Grade } from '@/lib/scheduling/model';
import { GRADE_LOOKS } from './grades';

type GradeButtonsProps = Readonly<{
  labels: Readonly<Record<Grade, IntervalLabel>>;
  onGrade: (grade: Grade) => void;
  /** Whether the number keys answer too, so that they are worth showing. */
  keys: boolean;
}>;

/** Four ways to answer, each with its word, its ink, its place, and when the card would return. */
export function GradeButtons({ labels, onGrade, keys }: GradeButtonsProps) {
  return (
    <fieldset className="grid grid-cols-4 gap-2">
      <legend className="sr-only">How well did you know it?</legend>
      {GRADES.map((grade) => (
        <GradeButton key={grade} grade={grade} label={labels[grade]} onGrade={onGrade} keys={keys} />
      ))}
    </fieldset>
  );
}

type GradeButtonProps = Readonly<{
  grade: Grade;
  label: IntervalLabel;
  onGrade: (grade: Grade) => void;
  keys: boolean;
}>;

function GradeButton({ grade, label, onGrade, keys }: GradeButtonProps) {
  const { word, text, rule } = GRADE_LOOKS[grade];
  return (
    <button
      type="button"
      onClick={() => onGrade(grade)}
      aria-label={`${word}, returns in ${label.spoken}`}
      aria-keyshortcuts={keys ? `${grade}` : undefined}
      className={`relative flex min-h-16 touch-manipulation flex-col items-center justify-center gap-0.5 overflow-hidden rounded border border-edge bg-raised px-1 before:absolute before:inset-x-0 before:top-0 before:h-1 hover:bg-wash active:bg-wash ${rule}`}
    >
      <span className={`flex items-center gap-2 font-semibold ${text}`}>
        {word}
        {keys && (
          <kbd className="key hidden font-sans text-soft min-[26rem]:pointer-fine:inline-block">{grade}</kbd>
        )}
      </span>
      <span className="whitespace-nowrap text-sm tabular-nums text-soft">{label.short}</span>
    </button>
  );
}
