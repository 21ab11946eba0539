'use client';

import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { AttemptId } from '@/lib/base/ids';
import type { Instant } from '@/lib/base/time';
import type { SlotState } from '@/lib/quiz/model';
import type { Glance, SlotScore, ToldItem } from '@/lib/quiz/result-model';
import { CONFIDENCE_WORDS, clockSpan } from '../quiz-words';
import { askForItem } from './ask-for-item';
import { OutcomeMark } from './outcome-mark';
import { RegradeNote } from './regrade-note';
import { isScoredAnew, outcomeWords } from './result-words';
import { SatQuestion } from './sat-question';

type SatItemProps = Readonly<{
  attemptId: AttemptId;
  glance: Glance;
  state: SlotState;
  score: SlotScore;
  /** When the attempt was over. */
  finishedAt: Instant;
  /** The item in full if it came with the page: it then stands open. Else it is asked for when it is opened. */
  told: ToldItem | null;
}>;

/** One item of a result: its line says how it went, and opens to the item exactly as it was sat. */
export function SatItem({ attemptId, glance, state, score, finishedAt, told }: SatItemProps) {
  const { slot } = glance;
  const details = useRef<HTMLDetailsElement>(null);
  const [item, setItem] = useState(told);
  const [asking, setAsking] = useState<'not' | 'now' | 'in vain'>('not');
  const ask = useCallback(async () => {
    setAsking('now');
    const found = await askForItem(attemptId, slot);
    setItem(found);
    setAsking(found === null ? 'in vain' : 'not');
  }, [attemptId, slot]);
  const isLacking = item === null && asking === 'not';
  useEffect(() => {
    // Opened before this page could listen.
    if (isLacking && details.current?.open) void ask();
  }, [isLacking, ask]);
  useEffect(() => {
    if (item !== null && item !== told) keepFocusInSight(details.current);
  }, [item, told]);

  return (
    <details
      ref={details}
      id={`item-${slot + 1}`}
      data-slot={slot}
      open={told !== null}
      onToggle={({ currentTarget }) => {
        if (isLacking && currentTarget.open) void ask();
      }}
      className="group scroll-mt-2 border-b border-hairline"
    >
      <SatItemLine glance={glance} state={state} score={score} finishedAt={finishedAt} />
      <div className="pb-10 sm:pl-11" aria-busy={asking === 'now'}>
        {item === null ? (
          <Lacking asking={asking} again={() => void ask()}>
            <a href={`/quiz/${attemptId}/result?item=${slot + 1}#item-${slot + 1}`} className="link">
              Show item {slot + 1} as you sat it
            </a>
          </Lacking>
        ) : (
          <SatQuestion question={item.question} state={state} explanation={item.explanation}>
            <RegradeNote score={score} finishedAt={finishedAt} />
          </SatQuestion>
        )}
      </div>
    </details>
  );
}

/** What arrives above the item that somebody has gone on to would push it out of sight. */
function keepFocusInSight(grown: HTMLElement | null): void {
  const focused = document.activeElement?.closest('details[data-slot]') ?? null;
  if (grown === null || focused === null) return;
  const follows = grown.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (follows !== 0 && !grown.contains(focused)) focused.scrollIntoView({ block: 'start' });
}

function SatItemLine({ glance, state, score, finishedAt }: Omit<SatItemProps, 'attemptId' | 'told'>) {
  const { slot, language, stem, objectives } = glance;
  return (
    <summary className="-mx-3 grid grid-cols-[2rem_1fr] gap-x-3 px-3 py-4 marker:content-none hover:bg-wash [&::-webkit-details-marker]:hidden">
      <span aria-hidden="true" className="font-serif text-xl leading-6 tabular-nums text-soft">
        {slot + 1}
      </span>
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <h3 className="flex items-center gap-1.5 font-semibold">
            <OutcomeMark outcome={score.outcome} />
            <span className="sr-only">Item {slot + 1}: </span>
            {outcomeWords(score.outcome)}
          </h3>
          {state.confidence !== null && (
            <span className="text-soft">{CONFIDENCE_WORDS[state.confidence]}</span>
          )}
          <span className="tabular-nums text-soft">{clockSpan(state.spentMs)}</span>
          {state.flagged && <span className="font-medium text-rubric">flagged</span>}
          {state.note !== '' && <span className="text-soft">noted</span>}
          {isScoredAnew(score, finishedAt) && <span className="text-soft">scored anew</span>}
          {state.late && <span className="text-soft">late</span>}
        </span>
        <span lang={language} className="mt-1 line-clamp-2 font-serif leading-snug group-open:hidden">
          {stem}
        </span>
        {objectives.length > 0 && (
          <span lang={language} className="mt-1 line-clamp-1 text-sm text-soft group-open:hidden">
            {objectives.join(' · ')}
          </span>
        )}
      </span>
    </summary>
  );
}

type LackingProps = Readonly<{
  asking: 'not' | 'now' | 'in vain';
  again: () => void;
  /** The way that needs no script. */
  children: ReactNode;
}>;

function Lacking({ asking, again, children }: LackingProps) {
  return (
    <>
      <p role="status" className="pt-2 text-soft">
        {asking === 'now' && 'One moment…'}
        {asking === 'in vain' && 'This item could not be fetched. It is safe on the server.'}
      </p>
      {asking === 'in vain' && (
        <button type="button" onClick={again} className="button button-quiet mt-4">
          Try again
        </button>
      )}
      {asking === 'not' && <p>{children}</p>}
    </>
  );
}
