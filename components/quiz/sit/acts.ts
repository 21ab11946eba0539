import type { Change } from '@/lib/quiz/model';

/** What a learner does to a slot; its id, revision and instant are added where it is filed. */
export type Act = Change extends infer One
  ? One extends Change
    ? Omit<One, 'id' | 'rev' | 'madeAt'>
    : never
  : never;
