import type { SlotScore } from '@/lib/quiz/result-model';

/** Whether an item was missed, hence can be asked again in another variant. */
export function isMissed({ outcome }: Pick<SlotScore, 'outcome'>): boolean {
  return outcome === 'wrong' || outcome === 'omitted';
}
