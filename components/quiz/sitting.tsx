'use client';

import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { LearnerId } from '@/lib/base/ids';
import type { AttemptView, PublicQuestion, Slot } from '@/lib/quiz/model';
import { isAwaitingReveal, optionAt, startSlot, tally } from '@/lib/quiz/sitting-model';
import { Explanation } from './explanation';
import { CalculatorPanel } from './sit/calculator-panel';
import { ConfidenceField } from './sit/confidence-field';
import { Dialog } from './sit/dialog';
import { FootBar } from './sit/foot-bar';
import { HighlightsPanel } from './sit/highlights-panel';
import type { SittingCommand } from './sit/keymap';
import { movesOn } from './sit/moves';
import { Navigator } from './sit/navigator';
import { Notices } from './sit/notices';
import { OptionsField } from './sit/options-field';
import { OverView } from './sit/over-view';
import { QuestionView } from './sit/question-view';
import { RangesPanel } from './sit/ranges-panel';
import { SittingBar } from './sit/sitting-bar';
import { FinishDialog, KeysDialog, NoteDialog } from './sit/sitting-dialogs';
import { Timer } from './sit/timer';
import { type PanelName, Toolbar } from './sit/toolbar';
import { useEnding } from './sit/use-ending';
import { useQueueAtPageEvents } from './sit/use-page-events';
import { useFocusOn, useFocusOnceTold, usePlaceInAddress } from './sit/use-place';
import { useSitting } from './sit/use-sitting';
import { useSittingKeys } from './sit/use-sitting-keys';
import { selectedIn, useStemHighlights } from './sit/use-stem-highlights';
import { useTimeSpent } from './sit/use-time-spent';

type SittingProps = Readonly<{
  view: AttemptView;
  learnerId: LearnerId;
  /** What is said of the block: `Exam`, `Today’s cases`. */
  title: string;
  exit: ReactNode;
}>;

type DialogName = 'finish' | 'keys' | 'note' | 'questions';

/** A block being sat: one question after another, every change on this device's disk at once. */
export function Sitting({ view, learnerId, title, exit }: SittingProps) {
  const { questions } = view;
  const attemptId = view.attempt.id;
  const sitting = useSitting(view, learnerId);
  const { queue, standing, slots, perform } = sitting;
  const { attempt } = standing;
  const { mode } = attempt;
  useQueueAtPageEvents(learnerId, attemptId);
  const ending = useEnding(sitting);

  const [current, setCurrent] = useState<Slot>(() => startSlot(view));
  const [panel, setPanel] = useState<PanelName | null>(null);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [news, setNews] = useState('');
  const say = useCallback((text: string) => setNews((last) => (last === text ? `${text}\u00a0` : text)), []);

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
  const opener = useRef<HTMLElement>(null);
  useStemHighlights(stem, state.highlights, `${current} ${locked}`);
  useTimeSpent(current, !locked && !told, (slot, ms) => perform({ kind: 'spent', slot, ms }));
  usePlaceInAddress(current, setCurrent, questions.length);
  useFocusOn(heading, `${current} ${locked}`);
  useFocusOnceTold(verdict, current, told && explanation !== null);

  const moves = movesOn({ question, state, locked, fixed, perform, say });
  const go = (slot: Slot) => {
    setDialog(null);
    if (slot < 0 || slot >= questions.length) return;
    setCurrent(slot);
    window.scrollTo(0, 0);
  };
  const closePanel = () => {
    setPanel(null);
    // Back to where it was opened from: whoever opened it by a key goes on with Enter.
    const back = opener.current?.isConnected ? opener.current : heading.current;
    back?.focus({ preventScroll: true });
  };
  const togglePanel = (name: PanelName) => {
    if (panel === name) {
      closePanel();
      return;
    }
    const { activeElement } = document;
    if (panel === null) {
      opener.current =
        activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null;
    }
    setPanel(name);
  };
  const highlight = () => {
    const selected = stem.current === null ? null : selectedIn(stem.current);
    if (selected === null) togglePanel('highlights');
    else {
      moves.mark(selected);
      window.getSelection()?.removeAllRanges();
    }
  };

  const isLast = current === questions.length - 1;
  const next = () => (isLast ? setDialog('finish') : go(current + 1));
  const onward = () => (mode === 'tutor' && !told && !awaiting ? moves.answer() : next());

  const obey = (command: SittingCommand): boolean => {
    if (locked) return false;
    switch (command.kind) {
      case 'choose':
        moves.choose(optionAt(question, command.sign));
        // Enter is to answer now, not to press again the tool that was used last.
        if (document.activeElement instanceof HTMLButtonElement)
          heading.current?.focus({ preventScroll: true });
        break;
      case 'strike':
        moves.strike(optionAt(question, command.sign));
        break;
      case 'confidence':
        moves.beSure(command.confidence);
        break;
      case 'onward':
        onward();
        break;
      case 'next':
        if (!isLast) go(current + 1);
        break;
      case 'previous':
        go(current - 1);
        break;
      case 'flag':
        moves.flag();
        break;
      case 'highlight':
        highlight();
        break;
      case 'note':
      case 'keys':
        setDialog(command.kind);
        break;
      case 'ranges':
      case 'calculator':
        togglePanel(command.kind);
        break;
      case 'close':
        if (panel === null) return false;
        closePanel();
        break;
    }
    return true;
  };
  useSittingKeys(obey);

  const { unanswered } = tally(slots);
  const unsaved = useMemo(
    () => new Set(queue.pending.filter(({ kind }) => kind !== 'spent').map(({ slot }) => slot)),
    [queue.pending],
  );
  const finishLabel = mode === 'exam' ? 'Hand in' : 'End block';
  const navigator = <Navigator slots={slots} current={current} mode={mode} unsaved={unsaved} onGo={go} />;

  return (
    <div className="flex min-h-dvh flex-col" data-unsaved-changes={queue.pending.length}>
      <SittingBar
        exit={exit}
        title={title}
        answered={questions.length - unanswered}
        count={questions.length}
        current={current}
        onNavigate={() => setDialog('questions')}
        onFinish={() => setDialog('finish')}
        finishLabel={finishLabel}
        finished={locked}
        timer={
          attempt.deadlineAt !== null && attempt.finished === null ? (
            <Timer
              key={attempt.deadlineAt}
              deadlineAt={attempt.deadlineAt}
              aheadMs={queue.clock?.aheadMs ?? 0}
              ready={queue.clock !== null}
              onCall={say}
              onUp={ending.timeIsUp}
            />
          ) : null
        }
      />
      {ending.state !== 'open' ? (
        <main id="main" className="flex grow flex-col">
          <OverView
            queue={queue}
            state={ending.state}
            byDeadline={attempt.finished?.by === 'deadline'}
            resultHref={`/quiz/${attemptId}/result`}
            heading={heading}
            onRetry={sitting.flush}
          />
          <div className="mx-auto w-full max-w-xl px-5 pb-10 sm:px-8">
            <Notices
              queue={{ ...queue, pending: [], finishing: false }}
              elsewhere={[]}
              onRetry={sitting.flush}
              onForget={sitting.forgetElsewhere}
              onDismissRefused={sitting.dismissRefused}
            />
          </div>
        </main>
      ) : (
        <div className="mx-auto flex w-full max-w-[90rem] grow gap-8 px-4 sm:px-8">
          <nav
            aria-label="Questions"
            className="sticky top-16 hidden max-h-[calc(100dvh-10rem)] w-44 shrink-0 self-start overflow-y-auto p-1 pt-4 lg:block"
          >
            {navigator}
          </nav>
          <main
            id="main"
            className={`mx-auto w-full min-w-0 max-w-[46rem] pt-2 ${panel === null ? 'pb-16' : 'pb-[60dvh] xl:pb-16'}`}
          >
            <Toolbar
              flagged={state.flagged}
              hasNote={state.note !== ''}
              panel={panel}
              onFlag={moves.flag}
              onHighlight={highlight}
              onNote={() => setDialog('note')}
              onPanel={togglePanel}
              onKeys={() => setDialog('keys')}
            />
            <Notices
              queue={queue}
              elsewhere={sitting.elsewhere}
              onRetry={sitting.flush}
              onForget={sitting.forgetElsewhere}
              onDismissRefused={sitting.dismissRefused}
            />
            <QuestionView
              key={current}
              question={question}
              count={questions.length}
              flagged={state.flagged}
              set={setOf(questions, question)}
              heading={heading}
              stem={stem}
            >
              {told && explanation !== null ? (
                <Explanation question={question} state={state} explanation={explanation} heading={verdict} />
              ) : (
                <OptionsField
                  question={question}
                  state={state}
                  disabled={fixed}
                  onChoose={moves.choose}
                  onStrike={moves.strike}
                />
              )}
              {awaiting && (
                <p role="status" className="after-a-moment mt-4 text-soft">
                  {queue.trouble === 'none'
                    ? 'Looking up the explanation…'
                    : 'Your answer is kept. The explanation comes when the network is back; you can go on meanwhile.'}
                </p>
              )}
            </QuestionView>
          </main>
          {panel === 'ranges' && <RangesPanel onClose={closePanel} />}
          {panel === 'calculator' && <CalculatorPanel onClose={closePanel} />}
          {panel === 'highlights' && (
            <HighlightsPanel
              stem={stem}
              place={`${current}`}
              language={question.language}
              ranges={state.highlights}
              onToggle={moves.mark}
              onRemoveAll={moves.clearMarks}
              onClose={closePanel}
            />
          )}
        </div>
      )}
      {!locked && (
        <FootBar
          isSaved={!unsaved.has(current)}
          confidence={
            told || awaiting ? null : (
              <ConfidenceField
                chosen={state.confidence}
                optional={mode === 'exam'}
                disabled={fixed}
                onChoose={moves.beSure}
              />
            )
          }
          hasPanel={panel !== null}
          hasPrevious={current > 0}
          onPrevious={() => go(current - 1)}
          primary={
            mode === 'tutor' && !told && !awaiting
              ? { label: 'Answer', disabled: state.chosen === null, onPress: moves.answer }
              : { label: isLast ? `${finishLabel}…` : 'Next', disabled: false, onPress: next }
          }
          skip={mode === 'tutor' && !told && !awaiting && !isLast ? () => go(current + 1) : null}
        />
      )}
      <p aria-live="polite" className="sr-only">
        {news}
      </p>
      {dialog === 'finish' && !locked && (
        <FinishDialog
          slots={slots}
          mode={mode}
          onGo={go}
          onFinish={() => {
            setDialog(null);
            ending.finish();
          }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'keys' && !locked && <KeysDialog onClose={() => setDialog(null)} />}
      {dialog === 'note' && !locked && (
        <NoteDialog
          number={current + 1}
          note={state.note}
          onNote={moves.write}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'questions' && !locked && (
        <Dialog title="Questions" onClose={() => setDialog(null)}>
          <nav aria-label="Questions" className="mt-3">
            {navigator}
          </nav>
        </Dialog>
      )}
    </div>
  );
}

/** The numbers of the questions that share the options of this one and stand beside it. */
function setOf(
  questions: readonly PublicQuestion[],
  { setName, slot }: PublicQuestion,
): readonly [number, number] | null {
  if (setName === null) return null;
  const members = questions.filter((one) => one.setName === setName);
  const [first] = members;
  const last = members.at(-1);
  if (first === undefined || last === undefined || members.length < 2) return null;
  return slot >= first.slot && slot <= last.slot ? [first.slot + 1, last.slot + 1] : null;
}
