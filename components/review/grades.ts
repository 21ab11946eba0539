import type { Grade } from '@/lib/scheduling/model';

type GradeLook = Readonly<{ word: string; meaning: string; text: string; rule: string; fill: string }>;

/** The grades' words and inks. Class names stand in full, because styles are collected from the source. */
export const GRADE_LOOKS: Readonly<Record<Grade, GradeLook>> = {
  1: {
    word: 'Again',
    meaning: 'not known',
    text: 'text-again',
    rule: 'before:bg-again',
    fill: 'fill-again',
  },
  2: {
    word: 'Hard',
    meaning: 'known with effort',
    text: 'text-hard',
    rule: 'before:bg-hard',
    fill: 'fill-hard',
  },
  3: { word: 'Good', meaning: 'known', text: 'text-good', rule: 'before:bg-good', fill: 'fill-good' },
  4: { word: 'Easy', meaning: 'known at once', text: 'text-easy', rule: 'before:bg-easy', fill: 'fill-easy' },
};
