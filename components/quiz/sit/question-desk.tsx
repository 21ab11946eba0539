'use client';

import type { ReactNode } from 'react';
import type { PublicQuestion } from '@/lib/quiz/model';
import { Explanation } from '../explanation';
import { Notices } from './notices';
import { OpenPanel } from './open-panel';
import { OptionsField } from './options-field';
import { QuestionView } from './question-view';
import { Toolbar } from './toolbar';
import type { Desk } from './use-desk';

type QuestionDeskProps = Readonly<{ desk: Desk; navigator: ReactNode }>;

/** The question in view with its tools, between the numbers of all questions and the open panel. */
export function QuestionDesk({ desk, navigator }: QuestionDeskProps) {
  const { sitting, questions, question, current, state, explanation, moves, opened } = desk;
  return (
    <div className="mx-auto flex w-full max-w-[90rem] grow gap-8 px-4 sm:px-8">
      <nav
        aria-label="Questions"
        className="sticky top-16 hidden max-h-[calc(100dvh-10rem)] w-44 shrink-0 self-start overflow-y-auto p-1 pt-4 lg:block"
      >
        {navigator}
      </nav>
      <main
        id="main"
        className={`mx-auto w-full min-w-0 max-w-[46rem] pt-2 ${opened.panel === null ? 'pb-16' : 'pb-[max(60dvh,23rem)] xl:pb-16'}`}
      >
        <Toolbar
          flagged={state.flagged}
          hasNote={state.note !== ''}
          panel={opened.panel}
          onFlag={moves.flag}
          onHighlight={desk.highlight}
          onNote={() => opened.openDialog('note')}
          onPanel={opened.togglePanel}
          onKeys={() => opened.openDialog('keys')}
        />
        <Notices
          queue={sitting.queue}
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
          heading={desk.heading}
          stem={desk.stem}
        >
          {desk.told && explanation !== null ? (
            <Explanation question={question} state={state} explanation={explanation} heading={desk.verdict} />
          ) : (
            <OptionsField
              question={question}
              state={state}
              disabled={desk.fixed}
              note={desk.optionsNote}
              onChoose={moves.choose}
              onStrike={moves.strike}
            />
          )}
          {desk.awaiting && (
            <p role="status" className="after-a-moment mt-4 text-soft">
              {sitting.queue.trouble === 'none'
                ? 'Looking up the explanation…'
                : 'Your answer is kept. The explanation comes when the network is back; you can go on meanwhile.'}
            </p>
          )}
        </QuestionView>
      </main>
      <OpenPanel desk={desk} />
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
