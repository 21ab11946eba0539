import { type ReactNode, useId, useState } from 'react';
import { CAVEAT, describeLevel } from './describe-level';
import { FunctionList } from './function-list';
import { LEVELS } from './levels';
import { NerveDrawing } from './nerve-drawing';

/** The geniculate ganglion: everything that the nerve carries is at stake. */
const START = 4;

/** The facial nerve with a lesion to move along it. `table` says the same of all levels at one glance. */
export function FacialNerveCourse({ table }: Readonly<{ table: ReactNode }>) {
  const [at, setAt] = useState(START);
  const rail = useId();
  const level = LEVELS[at];
  if (level === undefined) return null;
  return (
    <>
      <div className="grid gap-x-6 gap-y-3 @lg:grid-cols-[minmax(0,21rem)_minmax(0,1fr)]">
        <div>
          <NerveDrawing level={at} onMove={setAt} />
          <p className="mt-1 text-sm leading-snug text-soft">
            Drawn through: carries. Long dashes: may fail. Dots: should fail if the lesion is complete. Drag
            the cross, or use the rail.
          </p>
        </div>
        <div className="grid content-start gap-3">
          <div>
            <label htmlFor={rail} className="eyebrow">
              Lesion, from the brain outwards
            </label>
            <input
              id={rail}
              type="range"
              min={0}
              max={LEVELS.length - 1}
              step={1}
              value={at}
              aria-valuetext={`${level.name}, ${at + 1} of ${LEVELS.length}`}
              onChange={(event) => setAt(event.target.valueAsNumber)}
              className="widget-rail"
            />
            <p
              aria-hidden="true"
              className="flex justify-between px-1.5 text-center text-xs tabular-nums text-soft"
            >
              {LEVELS.map(({ name }, step) => (
                <span key={name} className={`w-4 ${step === at ? 'font-bold text-ink' : ''}`}>
                  {step + 1}
                </span>
              ))}
            </p>
          </div>
          <p className="flex min-h-14 items-end gap-2 font-serif text-xl font-semibold leading-snug">
            <span className="text-soft tabular-nums">{at + 1}</span> {level.name}
          </p>
          <FunctionList fates={level.fates} />
        </div>
      </div>
      <div className="mt-4 grid min-h-64 content-start gap-2 leading-normal @lg:min-h-40">
        <p aria-live="polite">{describeLevel(level)}</p>
        <p>
          <b className="font-semibold">Look for</b> {lowered(level.signs)}
        </p>
        <p>
          <b className="font-semibold">Think of</b> {lowered(level.causes)}
        </p>
      </div>
      <p className="mt-3 text-sm leading-normal text-soft">{CAVEAT}</p>
      <details className="mt-2">
        <summary className="link py-3 text-sm">All nine levels in a table</summary>
        {table}
      </details>
    </>
  );
}

function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
