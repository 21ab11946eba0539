import type { Confidence, Explanation, PublicQuestion, SlotState } from '@/lib/quiz/model';

export type Verdict = Readonly<{
  title: string;
  text: string;
  /** Whether it counts as right. */
  counts: boolean;
  /** Class names stand in full, because styles are collected from the source. */
  look: string;
}>;

const SAID: Readonly<Record<Confidence, string>> = {
  guess: 'You guessed.',
  think: 'You thought so.',
  sure: 'You were sure.',
};

/** What became of an answer, in words. */
export function verdictOf(
  { options }: Pick<PublicQuestion, 'options'>,
  { chosen, confidence, late }: Pick<SlotState, 'chosen' | 'confidence' | 'late'>,
  { keys, voided }: Pick<Explanation, 'keys' | 'voided'>,
): Verdict {
  const letterOf = (key: string) => options.find((option) => option.key === key)?.letter ?? key;
  const right = options.filter(({ key }) => keys.includes(key)).map(({ letter }) => letter);
  const rightOnes =
    right.length > 1
      ? `${right.slice(0, -1).join(', ')} and ${right.at(-1)} are right`
      : `${right[0]} is right`;
  const said = confidence === null || chosen === null ? '' : ` ${SAID[confidence]}`;
  const lateText = late ? ' The answer came after the time limit.' : '';
  if (voided) {
    return {
      title: 'Not counted',
      text: `This question was withdrawn: everybody gets its mark.${chosen === null ? '' : ` You chose ${letterOf(chosen)}.`}`,
      counts: true,
      look: 'text-soft',
    };
  }
  if (chosen === null) {
    return {
      title: 'Not answered',
      text: `${rightOnes}. It counts as wrong.`,
      counts: false,
      look: 'text-again',
    };
  }
  const counts = keys.includes(chosen);
  return counts
    ? { title: 'Right', text: `You chose ${letterOf(chosen)}.${said}${lateText}`, counts, look: 'text-good' }
    : {
        title: 'Wrong',
        text: `You chose ${letterOf(chosen)}; ${rightOnes}.${said}${lateText}`,
        counts,
        look: 'text-again',
      };
}
