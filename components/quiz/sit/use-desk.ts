'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import type { LearnerId } from '@/lib/base/ids';
import type { AttemptView, PublicQuestion, Slot } from '@/lib/quiz/model';
import { isAwaitingReveal, startSlot } from '@/lib/quiz/sitting-model';
import { movesOn, withdrawnText } from './moves';
import { useEnding } from './use-ending';
import { useOpened } from './use-opened';
import { useQueueAtPageEvents } from './use-page-events';
import { useFocusOn, useFocusOnceTold, usePlaceInAddress } from './use-place';
import { useSitting } from './use-sitting';
import { selectedIn, useStemHighlights } from './use-stem-highlights';
import { useTimeSpent } from './use-time-spent';

/** A block as it lies before the learner: the question in view, what stands there, and what can be done. */
export type Desk = ReturnType<typeof useDesk>;

/** Lays a block before the learner. Everything that its view shows and its keys do comes from here. */
export function useDesk(view: AttemptView, learnerId: LearnerId) {
  const { questions } = view;
  const attemptId = view.attempt.id;
  const sitting = useSitting(view, learnerId);
  const { queue, standing, slots, perform } = sitting;
  const { mode } = standing.attempt;
  useQueueAtPageEvents(learnerId, attemptId);
  const ending = useEnding(sitting);

  const [current, setCurrent] = useState<Slot>(() => startSlot(view));
  const [news, setNews] = useState('');
  const say = useCallback((text: string) => setNews((last) => (last === text ? `${text}\u00a0` : text)), []);
  const [withdrawn, setWithdrawn] = useState<Readonly<{ slot: Slot; option: string }> | null>(null);

  const question = questions[current] as PublicQuestion;
  const state = slots[current] as (typeof slots)[number];
  const explanation = standing.explanations.find(({ slot }) => slot === current) ?? null;
  const awaiting = isAwaitingReveal(state, queue.pending);
  const locked = ending.state !== 'open';
  const told = state.revealed;
  const fixed = locked || told || awaiting;

  const heading = useRef<HTMLHeadingElement>(null);
  const verdict = useRef<HTMLHeadingElement>(null);
  const stem = useRef<HTMLDivElement>(null);
  const opened = useOpened(heading);
  useStemHighlights(stem, state.highlights, `${current} ${locked}`);
  useTimeSpent(current, !locked && !told, (slot, ms) => perform({ kind: 'spent', slot, ms }));
  usePlaceInAddress(current, setCurrent, questions.length);
  useFocusOn(heading, `${current} ${locked}`);
  useFocusOnceTold(verdict, current, told && explanation !== null);

  const moves = movesOn({
    question,
    state,
    locked,
    fixed,
    perform,
    say,
    onWithdrawn: (option) => setWithdrawn({ slot: current, option }),
  });
  const go = (slot: Slot) => {
    opened.closeDialog();
    if (slot < 0 || slot >= questions.length) return;
    setCurrent(slot);
    window.scrollTo(0, 0);
  };
  const isLast = current === questions.length - 1;
  const next = () => (isLast ? opened.openDialog('finish') : go(current + 1));
  /** In tutor mode the question in view can still be answered. */
  const isOpen = mode === 'tutor' && !told && !awaiting;

  return {
    questions,
    attemptId,
    sitting,
    ending,
    mode,
    current,
    question,
    state,
    explanation,
    awaiting,
    locked,
    told,
    fixed,
    heading,
    verdict,
    stem,
    opened,
    moves,
    go,
    isLast,
    next,
    isOpen,
    onward: () => (isOpen ? moves.answer() : next()),
    highlight() {
      const selected = stem.current === null ? null : selectedIn(stem.current);
      if (selected === null) opened.togglePanel('highlights');
      else {
        moves.mark(selected);
        window.getSelection()?.removeAllRanges();
      }
    },
    /** Slots with something the server has not acknowledged. */
    unsaved: useMemo(
      () => new Set(queue.pending.filter(({ kind }) => kind !== 'spent').map(({ slot }) => slot)),
      [queue.pending],
    ),
    /** What is said at the options, as long as it is so: the answer was ruled out, and nothing took its place. */
    optionsNote:
      withdrawn?.slot === current && state.chosen === null && state.struck.includes(withdrawn.option)
        ? withdrawnText(question, withdrawn.option)
        : null,
    say,
    news,
  };
}
