import type { ReactNode, RefObject } from 'react';
import { counted, spokenSpan } from '@/components/ui/quantity';
import type { Grade } from '@/lib/scheduling/model';
import { GradesTable } from './grades-table';
import { UndoIcon } from './undo-icon';

type DoneViewProps = Readonly<{
  answered: number;
  tookMs: number;
  grades: Readonly<Record<Grade, number>>;
  /** Cards due on the next study day. */
  dueTomorrow: number;
  /** Cards held back today because of their siblings. */
  resting: number;
  undo: (() => void) | null;
  today: ReactNode;
  target: RefObject<HTMLElement | null>;
  children: ReactNode;
}>;

/** The end of a sitting: what happened, what tomorrow brings, and still a way back. */
export function DoneView({
  answered,
  tookMs,
  grades,
  dueTomorrow,
  resting,
  undo,
  today,
  target,
  children,
}: DoneViewProps) {
  return (
    <section className="mx-auto w-full max-w-xl grow px-5 py-[clamp(1.5rem,9vh,6rem)] sm:px-8">
      <header ref={target} tabIndex={-1}>
        <h2 className="font-serif text-4xl font-semibold text-balance sm:text-5xl">
          {answered === 0 ? 'Nothing to ask just now' : 'Done for now'}
        </h2>
        <p className="mt-4 text-lg leading-relaxed text-soft">
          {answered > 0
            ? `${counted(answered, 'answer', 'answers')} in ${spokenSpan(tookMs)}. `
            : 'Today’s new cards have been met, and no other is due. '}
          {dueTomorrow > 0
            ? `Tomorrow brings ${counted(dueTomorrow, 'card', 'cards')} back.`
            : 'No card is due tomorrow yet.'}
        </p>
        {resting > 0 && (
          <p className="mt-4 text-soft">
            {resting === 1
              ? '1 card rests until tomorrow: its neighbour was asked today.'
              : `${resting} cards rest until tomorrow: their neighbours were asked today.`}
          </p>
        )}
        {children}
      </header>
      {answered > 0 && (
        <div className="mt-10 border-t border-hairline pt-5">
          <GradesTable grades={grades} />
        </div>
      )}
      <div className="mt-10 flex flex-wrap gap-3">
        {today}
        {undo !== null && (
          <button type="button" className="button button-quiet" onClick={undo}>
            <UndoIcon /> Undo the last answer
          </button>
        )}
      </div>
    </section>
  );
}
