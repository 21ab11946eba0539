import type { ReactNode } from 'react';
import { WidgetPlace } from '@/components/figures/widget-place';
import { Prose } from '@/components/ui/prose';
import { counted } from '@/components/ui/quantity';
import type { LearnerId } from '@/lib/base/ids';
import type { DeckChapter } from '@/lib/content/deck-summary';
import { Contents } from './contents';
import { DeckProgress } from './deck-progress';
import { questionsBySection, SectionQuestions } from './section-questions';
import { splitNotes } from './split-notes';
import { splitWidgets } from './split-widgets';
import { StandingLegend } from './standing-mark';

type ChapterProps = Readonly<{ chapter: DeckChapter; learnerId: LearnerId | null; study: ReactNode }>;

/** A deck as a chapter: contents at the side, the notes to read, each section followed by its questions. */
export function Chapter({ chapter, learnerId, study }: ChapterProps) {
  const learner = learnerId !== null;
  const { summary, notesHtml, sections, cards } = chapter;
  const questions = questionsBySection(cards);
  return (
    <div className="lg:grid lg:grid-cols-[13rem_minmax(0,1fr)] lg:gap-x-16">
      <header className="mb-10 lg:col-start-2">
        <h1 className="font-serif text-4xl font-semibold leading-tight text-balance sm:text-5xl">
          {summary.title}
        </h1>
        <p className="mt-4 max-w-prose text-lg leading-relaxed text-soft" lang={summary.language}>
          {summary.description}
        </p>
        <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-4">
          {study}
          <div className="min-w-40 text-sm tabular-nums text-soft">
            <p>
              {counted(summary.cards, 'card', 'cards')}
              {learner && ` · ${summary.met} met · ${summary.due} due`}
            </p>
            {learner && (
              <div className="mt-2">
                <DeckProgress met={summary.met} cards={summary.cards} />
              </div>
            )}
          </div>
        </div>
        {learner && <StandingLegend />}
      </header>
      <Contents sections={sections} />
      <article className="max-w-[40rem] text-lg leading-[1.65] lg:col-start-2" lang={summary.language}>
        {splitNotes(notesHtml, sections).map((part) => (
          <section key={part.section?.slug ?? ''} className="mb-12">
            {splitWidgets(part.html).map(({ at, html, widget }) =>
              widget === null ? (
                <Prose key={at} html={html} />
              ) : (
                <WidgetPlace key={at} name={widget} placeholderHtml={html} />
              ),
            )}
            <SectionQuestions
              questions={questions.get(part.section?.slug ?? null) ?? []}
              learnerId={learnerId}
              title={part.section?.title ?? null}
            />
          </section>
        ))}
      </article>
    </div>
  );
}
