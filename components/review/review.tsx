'use client';

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { placeOnFace } from '@/lib/content/place-figures';
import { countsLeft, summaryOf } from '@/lib/scheduling/session-summary';
import { AnswerBar } from './answer-bar';
import { CardView } from './card-view';
import { DoneView } from './done-view';
import { laidOnTomorrow } from './due-tomorrow';
import { GradeButtons } from './grade-buttons';
import type { ReviewCommand } from './keymap';
import { KeysDialog } from './keys-dialog';
import type { SittingWithFaces } from './more-cards';
import { MoreToCome } from './more-to-come';
import { ShowAnswer } from './show-answer';
import { TopBar } from './top-bar';
import { useOtherTabs } from './use-other-tabs';
import { useReadingPlace } from './use-reading-place';
import { useReviewKeys } from './use-review-keys';
import { type Move, useReviewSession } from './use-review-session';
import { WaitingView } from './waiting-view';
import { labelsOf, newsOf } from './wording';

type ReviewProps = Readonly<{
  start: SittingWithFaces;
  /** Slug of the one deck that is studied; null for all. */
  deck: string | null;
  /** Cards due on the next study day before this sitting. */
  dueTomorrow: number;
  /** The way out: a small link for the bar, and a button for the end. */
  exit: ReactNode;
  today: ReactNode;
}>;

/** A sitting: one card after another, each on screen as soon as the key is pressed. */
export function Review({ start, deck, dueTomorrow, exit, today }: ReviewProps) {
  const { session, faces, drawings, fetching, perform, refill } = useReviewSession(start, deck);
  const [keysOpen, setKeysOpen] = useState(false);
  const [news, setNews] = useState('');
  const [lastMove, setLastMove] = useState<Move['type'] | null>(null);
  const { screen } = session;
  const showing = 'showing' in screen ? screen.showing : null;
  const bare = showing === null ? null : (faces[showing.card.uid] ?? null);
  const face = useMemo(() => (bare === null ? null : placeOnFace(bare, drawings)), [bare, drawings]);
  const labels = showing === null ? null : labelsOf(showing);
  const notesHref = face === null ? '' : `/decks/${face.deck}#${face.section ?? face.unit}`;

  const move = (next: Move) => {
    perform(next);
    setNews(newsOf(next, labels));
    setLastMove(next.type);
  };
  const reveal = () => move({ type: 'reveal' });
  const undo = session.acts.length === 0 ? null : () => move({ type: 'undo' });
  const tick = useCallback(() => void perform({ type: 'tick' }), [perform]);
  useTickOnReturn(tick);
  useOtherTabs(start.sitting.learnerId, (events) => {
    const next = perform({ type: 'elsewhere', events });
    const before = showing?.presentationId;
    const after = 'showing' in next.screen ? next.screen.showing.presentationId : undefined;
    // The first showing of all is the server's, which the device draws anew.
    if (!before || before === after) return;
    setNews('Answered in another tab');
    setLastMove('elsewhere');
  });

  const obey = (command: ReviewCommand) => {
    if (command.kind === 'grade') move({ type: 'grade', grade: command.grade });
    else if (command.kind === 'keys') setKeysOpen(true);
    else if (command.kind === 'notes') window.open(notesHref, '_blank', 'noopener');
    else move({ type: command.kind });
  };
  useReviewKeys(showing === null ? 'none' : screen.kind === 'back' ? 'back' : 'front', obey);

  const target = useRef<HTMLElement>(null);
  // Who undoes may go on undoing: Z must not end as a letter in an answer.
  const writing = lastMove !== 'undo';
  const place = `${screen.kind} ${showing?.presentationId}`;
  const announcer = useRef<HTMLParagraphElement>(null);
  useReadingPlace({ place, target, announcer, news, below: screen.kind === 'back', writing });

  const summary = summaryOf(session);
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar
        exit={exit}
        deckTitle={face?.deckTitle ?? null}
        answered={summary.answered}
        left={countsLeft(session)}
        undo={undo}
        menu={{
          card:
            face === null
              ? null
              : {
                  notesHref,
                  bury: () => move({ type: 'bury' }),
                  suspend: () => move({ type: 'suspend' }),
                },
          showKeys: () => setKeysOpen(true),
        }}
      />
      <main id="main" className="flex grow flex-col">
        {face !== null && showing !== null && (
          <CardView
            key={showing.presentationId}
            face={face}
            revealed={screen.kind === 'back'}
            onReveal={reveal}
            target={target}
          />
        )}
        {screen.kind === 'waiting' && (
          <WaitingView resumesAt={screen.resumesAt} onTick={tick} finish={today} target={target} />
        )}
        {screen.kind === 'done' && (
          <DoneView
            {...summary}
            dueTomorrow={dueTomorrow + laidOnTomorrow(session, start.sitting)}
            resting={start.sitting.resting}
            undo={undo}
            today={today}
            target={target}
          >
            <MoreToCome elsewhere={session.elsewhere} fetching={fetching} onRetry={refill} />
          </DoneView>
        )}
      </main>
      {labels !== null && (
        <AnswerBar news={news}>
          {screen.kind === 'back' ? (
            <GradeButtons labels={labels} onGrade={(grade) => move({ type: 'grade', grade })} keys />
          ) : (
            <ShowAnswer
              key={showing?.presentationId}
              onReveal={reveal}
              afterGrade={lastMove === 'grade'}
              typing={face !== null && face.accept !== null}
            />
          )}
        </AnswerBar>
      )}
      <p ref={announcer} aria-live="polite" className="sr-only" />
      <KeysDialog open={keysOpen} onClose={() => setKeysOpen(false)} />
    </div>
  );
}

/** A lid that was closed may open on another day: the labels must say what the buttons do now. */
function useTickOnReturn(tick: () => void): void {
  useEffect(() => {
    document.addEventListener('visibilitychange', tick);
    return () => document.removeEventListener('visibilitychange', tick);
  }, [tick]);
}
