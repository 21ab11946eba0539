import type { ReactNode } from 'react';
import type { ItemUid } from '@/lib/base/ids';
import type { Slot } from '@/lib/quiz/model';
import type { ResultView as Result, ToldItem } from '@/lib/quiz/result-model';
import { isMissed } from './missed';
import { CalibrationPlot } from './result/calibration-plot';
import { Headline } from './result/headline';
import { ObjectivesChart } from './result/objectives';
import { comingFirst } from './result/result-words';
import { SatItem } from './result/sat-item';
import { type SatEntry, SatItems } from './result/sat-items';
import { ScoreSheet } from './result/score-sheet';
import { TimeChart } from './result/time-chart';

type ResultViewProps = Readonly<{
  result: Result;
  /** Items answered wrong and surely whose concepts come first tomorrow. */
  firstTomorrow: readonly ItemUid[];
  /** The ways on: another variant of what was missed, another block. */
  actions: ReactNode;
}>;

/** Everything a finished attempt has to tell, from the number at the top to each item as it was sat. */
export function ResultView({ result, firstTomorrow, actions }: ResultViewProps) {
  const { attempt, byObjective, calibration, scores, slots } = result;
  const finishedAt = attempt.finished?.at ?? attempt.startedAt;
  return (
    <div className="mx-auto max-w-3xl">
      <Headline result={result} actions={actions} />
      {byObjective.length > 0 && (
        <Part id="objectives" title="By objective">
          <ObjectivesChart byObjective={byObjective} />
        </Part>
      )}
      <Part id="confidence" title="How sure you were">
        {calibration === null ? (
          <p className="max-w-prose leading-relaxed text-soft">
            You said of no answer how sure you were. Say it before you see whether you were right, and this
            place shows how well you know what you know.
          </p>
        ) : (
          <CalibrationPlot calibration={calibration} comingFirst={comingFirst(result, firstTomorrow)} />
        )}
      </Part>
      <Part id="time" title="Time">
        <TimeChart result={result} />
      </Part>
      <Part id="items" title="Item by item">
        <ScoreSheet scores={scores} />
        <SatItems
          entries={scores.flatMap((score): readonly SatEntry[] => {
            const state = slots[score.slot];
            const glance = result.glances.find(({ slot }) => slot === score.slot);
            if (glance === undefined || state === undefined) return [];
            return [
              {
                slot: score.slot,
                missed: isMissed(score),
                flagged: state.flagged,
                node: (
                  <SatItem
                    attemptId={attempt.id}
                    glance={glance}
                    state={state}
                    score={score}
                    finishedAt={finishedAt}
                    told={toldAt(result, score.slot)}
                  />
                ),
              },
            ];
          })}
        />
        {result.explanations.length < scores.length && (
          <p className="mt-8">
            <a href={`/quiz/${attempt.id}/result?item=all#items`} className="link font-semibold">
              All items in full on one page
            </a>
          </p>
        )}
      </Part>
    </div>
  );
}

function toldAt({ questions, explanations }: Result, at: Slot): ToldItem | null {
  const question = questions.find(({ slot }) => slot === at);
  const explanation = explanations.find(({ slot }) => slot === at);
  return question === undefined || explanation === undefined ? null : { question, explanation };
}

type PartProps = Readonly<{ id: string; title: string; children: ReactNode }>;

function Part({ id, title, children }: PartProps) {
  return (
    <section aria-labelledby={id} className="mt-14">
      <h2 id={id} className="mb-5 border-t border-ink pt-4 font-serif text-2xl font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
