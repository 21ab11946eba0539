'use client';

import { useState } from 'react';
import { GradeButtons } from '@/components/review/grade-buttons';
import { GRADE_LOOKS } from '@/components/review/grades';
import { Prose } from '@/components/ui/prose';
import type { CardFace } from '@/lib/content/card-face';
import type { IntervalLabel } from '@/lib/scheduling/interval-label';
import type { Grade } from '@/lib/scheduling/model';

type SampleCardProps = Readonly<{ face: CardFace; labels: Readonly<Record<Grade, IntervalLabel>> }>;

/** A card to try before anything else. It opens without a script; grading it tells when it would return. */
export function SampleCard({ face, labels }: SampleCardProps) {
  const [grade, setGrade] = useState<Grade | null>(null);
  return (
    <details className="group" onToggle={() => setGrade(null)}>
      <summary className="list-none p-6 sm:p-8 [&::-webkit-details-marker]:hidden">
        <span className="eyebrow block">A card from “{face.deckTitle}”</span>
        <Prose html={face.frontHtml} lang={face.language} className="mt-4 text-card text-balance" />
        <span className="button button-quiet mt-6 group-open:hidden">Show the answer</span>
      </summary>
      <div className="px-6 pb-6 sm:px-8 sm:pb-8">
        <div className="border-t border-hairline pt-5">
          <Prose html={face.backHtml} lang={face.language} className="text-card font-semibold" />
          {face.extraHtml !== null && (
            <Prose html={face.extraHtml} lang={face.language} className="mt-2 leading-relaxed text-soft" />
          )}
        </div>
        <div className="mt-6">
          <GradeButtons labels={labels} onGrade={setGrade} keys={false} />
        </div>
        <p role="status" className="mt-4 min-h-6 text-sm text-soft">
          {grade === null
            ? 'Say how well you knew it.'
            : `${GRADE_LOOKS[grade].word}: you would see it again in ${labels[grade].spoken}.`}
        </p>
      </div>
    </details>
  );
}
