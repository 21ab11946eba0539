import { Prose } from '@/components/ui/prose';
import type { PublicOption } from '@/lib/quiz/model';

type ReviewedOptionProps = Readonly<{
  option: PublicOption;
  language: string;
  isKey: boolean;
  isChosen: boolean;
  isVoided: boolean;
  wasStruck: boolean;
  rationaleHtml: string | null;
  /** How many others chose it; a rate, null where too few answered. */
  share: number | null;
}>;

/** An option once the answer was told: what it is in words, sign and colour, why, and how many chose it. */
export function ReviewedOption(props: ReviewedOptionProps) {
  const { option, language, isKey, isChosen, isVoided, wasStruck, rationaleHtml, share } = props;
  const wrongChoice = isChosen && !isKey && !isVoided;
  return (
    <li
      className={`flex gap-3 border-t border-hairline py-3.5 pr-4 pl-3 first:border-t-0 ${isKey ? 'border-l-4 border-l-good' : wrongChoice ? 'border-l-4 border-l-again' : 'border-l-4 border-l-transparent'}`}
    >
      <span aria-hidden="true" className="w-5 shrink-0 pt-0.5 text-lg font-semibold">
        {option.letter}
      </span>
      <div className="min-w-0 grow">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <div className="flex min-w-0">
            <span className="sr-only">{option.letter}: </span>
            <Prose
              html={option.html}
              lang={language}
              className={`min-w-0 text-lg leading-snug ${isKey || isChosen ? 'font-semibold' : ''} ${wasStruck ? 'line-through decoration-1' : ''}`}
            />
          </div>
          {(isKey || isChosen) && (
            <p
              className={`flex items-center gap-1.5 text-sm font-semibold ${isKey ? 'text-good' : wrongChoice ? 'text-again' : 'text-soft'}`}
            >
              <svg
                viewBox="0 0 16 16"
                className="size-4 fill-none stroke-current"
                strokeWidth="2"
                aria-hidden="true"
              >
                <path
                  d={isKey ? 'm3 8.5 3.2 3.2L13 4.8' : wrongChoice ? 'm4 4 8 8M12 4l-8 8' : 'M4 8h8'}
                  strokeLinecap="round"
                  strokeLinejoin="round"
                />
              </svg>
              {isKey ? (isChosen ? 'Right, your answer' : 'Right answer') : 'Your answer'}
              {wrongChoice && ', wrong'}
            </p>
          )}
        </div>
        {wasStruck && <p className="text-xs text-soft">You ruled it out.</p>}
        {rationaleHtml !== null && (
          <Prose
            html={rationaleHtml}
            lang={language}
            className="mt-1.5 text-base leading-relaxed text-soft"
          />
        )}
        {share !== null && <Share share={share} isKey={isKey} />}
      </div>
    </li>
  );
}

function Share({ share, isKey }: Readonly<{ share: number; isKey: boolean }>) {
  const percent = Math.round(100 * share);
  return (
    <p className="mt-2 flex items-center gap-3 text-sm tabular-nums text-soft">
      <svg
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        className="h-1.5 w-32 shrink-0 bg-wash sm:w-48 forced-colors:border"
        aria-hidden="true"
      >
        <rect width={percent} height="4" className={isKey ? 'fill-good' : 'fill-edge'} />
      </svg>
      {percent}% <span className="sr-only">of others chose it</span>
    </p>
  );
}
