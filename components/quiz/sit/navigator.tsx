import type { QuizMode, Slot, SlotState } from '@/lib/quiz/model';

type NavigatorProps = Readonly<{
  slots: readonly SlotState[];
  current: Slot;
  mode: QuizMode;
  /** Slots with something the server has not acknowledged. */
  unsaved: ReadonlySet<Slot>;
  onGo: (slot: Slot) => void;
}>;

/** All questions of the block by number, with what is to be known of each. */
export function Navigator({ slots, current, mode, unsaved, onGo }: NavigatorProps) {
  return (
    <>
      <ol className="grid grid-cols-[repeat(auto-fill,minmax(2.75rem,1fr))] gap-1.5">
        {slots.map((state) => (
          <li key={state.slot}>
            <button
              type="button"
              aria-current={state.slot === current ? 'true' : undefined}
              aria-label={wordsOf(state, mode, unsaved.has(state.slot))}
              onClick={() => onGo(state.slot)}
              className={`relative flex h-11 w-full items-center justify-center rounded border text-sm font-medium tabular-nums hover:border-ink ${lookOf(state, state.slot === current)}`}
            >
              {state.slot + 1}
              {state.flagged && (
                <svg
                  viewBox="0 0 10 10"
                  className="absolute right-0 top-0 size-3 fill-rubric"
                  aria-hidden="true"
                >
                  <path d="M0 0h10v10z" />
                </svg>
              )}
            </button>
          </li>
        ))}
      </ol>
      <ul aria-hidden="true" className="mt-4 space-y-1.5 text-xs text-soft">
        <li className="flex items-center gap-2">
          <span className="size-3.5 rounded-sm border border-edge bg-transparent" /> not answered
        </li>
        <li className="flex items-center gap-2">
          <span className="size-3.5 rounded-sm border border-edge border-b-[3px] border-b-ink bg-wash" />{' '}
          answered
        </li>
        <li className="flex items-center gap-2">
          <svg viewBox="0 0 10 10" className="size-3.5 fill-rubric" aria-hidden="true">
            <path d="M0 0h10v10z" />
          </svg>
          flagged
        </li>
      </ul>
    </>
  );
}

function lookOf({ chosen }: SlotState, isCurrent: boolean): string {
  const answered =
    chosen === null ? 'border-edge bg-transparent' : 'border-edge border-b-[3px] border-b-ink bg-wash';
  return isCurrent ? `${answered} outline-2 outline-offset-1 outline-ink` : answered;
}

function wordsOf({ slot, chosen, flagged, revealed }: SlotState, mode: QuizMode, unsaved: boolean): string {
  const parts = [
    `Question ${slot + 1}`,
    chosen === null ? 'not answered' : 'answered',
    mode === 'tutor' && revealed ? 'explained' : null,
    flagged ? 'flagged' : null,
    unsaved ? 'not yet saved' : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}
