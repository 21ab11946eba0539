'use client';

import type { ReactNode } from 'react';
import type { LearnerId } from '@/lib/base/ids';
import type { AttemptView } from '@/lib/quiz/model';
import { tally } from '@/lib/quiz/sitting-model';
import { Navigator } from './sit/navigator';
import { Notices } from './sit/notices';
import { obey } from './sit/obey';
import { OpenDialog } from './sit/open-dialog';
import { OverView } from './sit/over-view';
import { QuestionDesk } from './sit/question-desk';
import { SittingBar } from './sit/sitting-bar';
import { SittingFoot } from './sit/sitting-foot';
import { Timer } from './sit/timer';
import { useDesk } from './sit/use-desk';
import { useSittingKeys } from './sit/use-sitting-keys';

type SittingProps = Readonly<{
  view: AttemptView;
  learnerId: LearnerId;
  /** What is said of the block: `Exam`, `Today’s cases`. */
  title: string;
  exit: ReactNode;
}>;

/** A block being sat: one question after another, every change on this device's disk at once. */
export function Sitting({ view, learnerId, title, exit }: SittingProps) {
  const desk = useDesk(view, learnerId);
  useSittingKeys((command) => obey(desk, command));
  const { questions, sitting, ending, mode, current, opened } = desk;
  const { queue, standing, slots } = sitting;
  const { attempt } = standing;
  const finishLabel = mode === 'exam' ? 'Hand in' : 'End block';
  const navigator = (
    <Navigator slots={slots} current={current} mode={mode} unsaved={desk.unsaved} onGo={desk.go} />
  );
  return (
    <div className="flex min-h-dvh flex-col" data-unsaved-changes={queue.pending.length}>
      <SittingBar
        exit={exit}
        title={title}
        answered={questions.length - tally(slots).unanswered}
        count={questions.length}
        current={current}
        onNavigate={() => opened.openDialog('questions')}
        onFinish={() => opened.openDialog('finish')}
        finishLabel={finishLabel}
        finished={desk.locked}
        timer={
          attempt.deadlineAt !== null && attempt.finished === null ? (
            <Timer
              deadlineAt={attempt.deadlineAt}
              aheadMs={queue.clock?.aheadMs ?? 0}
              ready={queue.clock !== null}
              onCall={desk.say}
              onUp={ending.timeIsUp}
            />
          ) : null
        }
      />
      {ending.state === 'open' ? (
        <>
          <QuestionDesk desk={desk} navigator={navigator} />
          <SittingFoot desk={desk} finishLabel={finishLabel} />
        </>
      ) : (
        <main id="main" className="flex grow flex-col">
          <OverView
            queue={queue}
            state={ending.state}
            byDeadline={attempt.finished?.by === 'deadline'}
            resultHref={`/quiz/${desk.attemptId}/result`}
            heading={desk.heading}
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
      )}
      <p aria-live="polite" className="sr-only">
        {desk.news}
      </p>
      <OpenDialog desk={desk} navigator={navigator} />
    </div>
  );
}
