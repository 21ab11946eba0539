'use client';

import { useState } from 'react';
import { GradeButtons } from '@/components/review/grade-buttons';
import { GRADE_LOOKS } from '@/components/review/grades';
import type { IntervalLabel } from '@/lib/scheduling/interval-label';
import type { Grade } from '@/lib/scheduling/model';
import { SAMPLE } from './sample-face';

/** A card to try before anything else. It opens without a script; grading it tells when it would return. */
export function SampleCard({ labels }: Readonly<{ labels: Readonly<Record<Grade, IntervalLabel>> }>) {
  const [grade, setGrade] = useState<Grade | null>(null);
  return (
    <details className="group" onToggle={() => setGrade(null)}>
      <summary className="list-none p-6 sm:p-8 [&::-webkit-details-marker]:hidden">
        <span className="eyebrow block">A card from “{SAMPLE.deckTitle}”</span>
        <span className="mt-4 block font-serif text-card text-balance">{SAMPLE.question}</span>
        <span className="button button-quiet mt-6 group-open:hidden">Show the answer</span>
      </summary>
      <div className="px-6 pb-6 sm:px-8 sm:pb-8">
        <div className="border-t border-hairline pt-5">
          <p className="font-serif text-card font-semibold">{SAMPLE.answer}</p>
          <p className="mt-2 font-serif leading-relaxed text-soft">{SAMPLE.extra}</p>
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
