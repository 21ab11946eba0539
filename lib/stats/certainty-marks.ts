import type { Confidence } from '@/lib/quiz/model';

/** How certain a learner says to be: 1 low, 2 middle, 3 high. */
export type Certainty = 1 | 2 | 3;

/** The certainty that each word of ours stands for. */
export const CERTAINTY: Readonly<Record<Confidence, Certainty>> = { guess: 1, think: 2, sure: 3 };

const LOST: Readonly<Record<Certainty, number>> = { 1: 0, 2: -2, 3: -6 };

/**
 * The certainty-based mark of an answer that earned `fraction` of its mark, −1 to 1: certainty times fraction if
 * something was right, else 0, −2 or −6. As in Moodle's certainty-based marking, after Gardner-Medwin.
 *
 * Honesty pays: whoever is right with probability P expects most from 1 below 2/3, from 3 above 4/5, from 2 between.
 */
export function certaintyMark(fraction: number, certainty: Certainty): number {
  return fraction > 0 ? certainty * fraction : LOST[certainty];
}
