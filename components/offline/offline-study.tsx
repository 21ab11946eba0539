'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { isBlockAddress, OfflineBlock } from '@/components/quiz/offline-block';
import { Review } from '@/components/review/review';
import { Notice } from '@/components/shell/notice';
import { Wordmark } from '@/components/shell/wordmark';
import { CasesToday } from '@/components/today/cases-today';
import { TodayView } from '@/components/today/today-view';
import { SECOND_MS } from '@/lib/base/time';
import { type Found, findDay, ofDeck } from './find-day';
import { OutboxKeeper } from './outbox-keeper';

const LOOK_EVERY_MS = 30 * SECOND_MS;
/** A network that has just come back often leads nowhere yet: look at once, and again so much later. */
const LOOK_AGAIN_AFTER_MS = [1 * SECOND_MS, 3 * SECOND_MS];

/** Studying without a network: today and the sitting, from what this device has kept. Runs at any address. */
export function OfflineStudy() {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let wanted = true;
    void findDay().then((day) => {
      if (wanted) setFound(day);
    });
    return () => {
      wanted = false;
    };
  }, []);

  if (found === null) return <main className="min-h-dvh" aria-busy="true" />;
  if (found.kind === 'nothing') {
    return (
      <Frame>
        <NothingKept />
      </Frame>
    );
  }
  const { learnerId } = found.sitting;
  return (
    <>
      <OfflinePlace day={found} />
      <OutboxKeeper learnerId={learnerId} />
    </>
  );
}

/** What is at this address, from what the device kept. */
function OfflinePlace({ day }: Readonly<{ day: DayFound }>) {
  const { pathname } = window.location;
  const today = <OfflineToday day={day} />;
  if (isBlockAddress(pathname)) {
    return <OfflineBlock pathname={pathname} learnerId={day.sitting.learnerId} otherwise={today} />;
  }
  return pathname === '/review' ? <OfflineReview day={day} /> : today;
}

type DayFound = Extract<Found, { kind: 'day' }>;

function OfflineToday({ day }: Readonly<{ day: DayFound }>) {
  return (
    <Frame>
      <p className="mx-auto mb-8 max-w-2xl border-l-2 border-rubric pl-4 text-soft" role="status">
        {isStudyAddress() ? 'You are offline.' : 'You are offline, and this page needs a network.'} You can
        study what this device kept {keptWhen(day.askedAt)}; your answers are saved when the network is back.
      </p>
      <TodayView
        today={day.today}
        now={day.now}
        begin={
          <a href="/review" className="button w-full text-lg sm:w-auto sm:px-10">
            Study now
          </a>
        }
        decks={<TryAgain />}
        cases={<CasesToday cases={null} way={null} />}
      />
    </Frame>
  );
}

function OfflineReview({ day }: Readonly<{ day: DayFound }>) {
  const deck = new URLSearchParams(window.location.search).get('deck');
  return (
    <Review
      start={{ sitting: ofDeck(day, deck), faces: day.faces, drawings: day.drawings, madeHere: true }}
      deck={deck}
      dueTomorrow={day.today.dueTomorrow}
      exit={
        <a
          href="/today"
          className="inline-flex min-h-11 items-center gap-2 rounded px-2 font-medium text-soft hover:text-ink"
        >
          <span aria-hidden="true">←</span> Today
        </a>
      }
      today={
        <a href="/today" className="button">
          Back to today
        </a>
      }
    />
  );
}

function NothingKept() {
  return (
    <Notice title="You are offline" actions={<TryAgain />}>
      <p>This device has kept no cards to study. Open Hornbook once with a network, then it works without.</p>
    </Notice>
  );
}

function TryAgain() {
  return (
    <button type="button" className="button button-quiet" onClick={() => window.location.reload()}>
      Try again
    </button>
  );
}

/** What is shown is but a stand-in: the page itself comes as soon as the server answers. */
function Frame({ children }: Readonly<{ children: ReactNode }>) {
  useEffect(() => {
    // A network that is there need not lead anywhere: ask first, or the reload would only bring this page again.
    const look = async () => {
      const reply = await fetch('/api/health', { cache: 'no-store' }).catch(() => null);
      if (reply?.ok) window.location.reload();
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    let soon: number[] = [];
    const lookSoon = () => {
      soon.forEach(clearTimeout);
      soon = LOOK_AGAIN_AFTER_MS.map((delayMs) => window.setTimeout(look, delayMs));
      void look();
    };
    window.addEventListener('online', lookSoon);
    return () => {
      clearInterval(timer);
      soon.forEach(clearTimeout);
      window.removeEventListener('online', lookSoon);
    };
  }, []);
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="mx-auto flex w-full max-w-5xl items-center justify-between px-5 py-3 sm:px-8">
        <a href="/today" aria-label="Hornbook, home" className="py-2">
          <Wordmark />
        </a>
        <span className="font-medium text-soft">Offline</span>
      </header>
      <main id="main" className="mx-auto w-full max-w-5xl grow px-5 pb-16 pt-6 sm:px-8 sm:pt-10">
        {children}
      </main>
    </div>
  );
}

function isStudyAddress(): boolean {
  return ['/', '/today', '/offline'].includes(window.location.pathname);
}

function keptWhen(askedAt: number): string {
  return `on ${new Date(askedAt).toLocaleString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  })}`;
}
