import { type ReactNode, useState } from 'react';
import { Choice } from '../choice';
import { ACTION_NAMES, describeFace, SIDE_NAMES, SITE_NAMES } from './describe-face';
import { FaceDrawing } from './face-drawing';
import { type Lesion, SIDES, SITES } from './lesion';
import { ACTIONS, type Action } from './pose';

/** A face that answers to a lesion: the reader places it and asks for a movement. `table` says the same at one glance. */
export function FacialPalsyFace({ table }: Readonly<{ table: ReactNode }>) {
  const [lesion, setLesion] = useState<Lesion>({ site: 'tract', side: 'left' });
  const [action, setAction] = useState<Action>('brows');
  const { what, why, caveat } = describeFace(lesion, action);
  return (
    <>
      <div className="grid gap-x-6 gap-y-4 @lg:grid-cols-[minmax(0,21rem)_minmax(0,1fr)]">
        <div className="grid content-start gap-3 @lg:col-start-2">
          <Choice
            legend="Lesion"
            options={SITES}
            names={SITE_NAMES}
            chosen={lesion.site}
            onChoose={(site) => setLesion({ ...lesion, site })}
          />
          <Choice
            legend="Side of the lesion, as the patient has it"
            options={SIDES}
            names={SIDE_NAMES}
            chosen={lesion.side}
            onChoose={(side) => setLesion({ ...lesion, side })}
            disabled={lesion.site === 'none'}
            paired
          />
        </div>
        <div className="@lg:col-start-1 @lg:row-span-2 @lg:row-start-1">
          <FaceDrawing lesion={lesion} action={action} />
          <p className="mt-1 text-center text-sm text-balance text-soft">
            You face the patient, whose right side is on your left.
          </p>
        </div>
        <div className="grid content-start gap-4 @lg:col-start-2">
          <Choice
            legend="Ask the patient"
            options={ACTIONS}
            names={ACTION_NAMES}
            chosen={action}
            onChoose={setAction}
            paired
          />
          <p aria-live="polite" className="min-h-26 font-serif text-lg font-semibold leading-snug">
            {what}
          </p>
        </div>
      </div>
      <div className="mt-3 grid min-h-56 content-start gap-2 leading-normal @lg:min-h-40">
        <p aria-live="polite">{why}</p>
        {caveat !== null && <p className="text-sm text-soft">{caveat}</p>}
      </div>
      <details className="mt-2">
        <summary className="link py-3 text-sm">Both palsies in a table</summary>
        {table}
      </details>
    </>
  );
}
