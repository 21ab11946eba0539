import { FUNCTION_NAMES, fateInWords } from './describe-level';
import { type Fate, FUNCTIONS, type Level } from './levels';

/** What the nerve does and what is left of it: a disc that empties, and a word. */
export function FunctionList({ fates }: Pick<Level, 'fates'>) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 border-t border-hairline text-[0.9375rem]">
      {FUNCTIONS.map((named) => (
        <div key={named} className="col-span-2 grid grid-cols-subgrid border-b border-hairline py-1.5">
          <dt>{FUNCTION_NAMES[named]}</dt>
          <dd className="flex items-baseline justify-end gap-2 text-right font-semibold">
            <span
              className={
                fates[named] === 'lost' ? 'text-again' : fates[named] === 'kept' ? 'text-good' : 'text-hard'
              }
            >
              {fateInWords(named, fates[named])}
            </span>
            <svg viewBox="0 0 12 12" className="size-3 shrink-0 translate-y-px" aria-hidden="true">
              <path d={DISCS[fates[named]]} className={LOOKS[fates[named]]} strokeWidth="1.4" />
            </svg>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A full disc, three quarters, half of one, and a cross. */
const DISCS: Readonly<Record<Fate, string>> = {
  kept: 'M6 1.5a4.5 4.5 0 1 0 .01 0z',
  'usually kept': 'M6 1.5a4.5 4.5 0 1 0 .01 0zM6 6V1.5A4.5 4.5 0 0 1 10.5 6z',
  varies: 'M6 1.5a4.5 4.5 0 1 0 .01 0zM6 1.5v9a4.5 4.5 0 0 1 0-9z',
  lost: 'M2.5 2.5l7 7M9.5 2.5l-7 7',
};
const LOOKS: Readonly<Record<Fate, string>> = {
  kept: 'fill-good stroke-good',
  'usually kept': 'fill-hard stroke-hard [fill-rule:evenodd]',
  varies: 'fill-hard stroke-hard [fill-rule:evenodd]',
  lost: 'fill-none stroke-again',
};
