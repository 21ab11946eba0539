import { MINUTE_MS } from '@/lib/base/time';
import type { QuizMode, Timing } from './model';

/** A block as it is offered ready-made: so many items, how they are asked, and in what time. */
export type Preset = Readonly<{ id: string; title: string; count: number; mode: QuizMode; timing: Timing }>;

/** The ready-made blocks: a block of the current USMLE Step examinations (2026), the one before it, and a short lesson. */
export const PRESETS: readonly Preset[] = [
  {
    id: 'exam-20',
    title: '20 items in 30 minutes',
    count: 20,
    mode: 'exam',
    timing: { kind: 'block', ms: 30 * MINUTE_MS },
  },
  {
    id: 'exam-40',
    title: '40 items in 60 minutes',
    count: 40,
    mode: 'exam',
    timing: { kind: 'block', ms: 60 * MINUTE_MS },
  },
  { id: 'tutor-10', title: '10 items with a tutor', count: 10, mode: 'tutor', timing: { kind: 'untimed' } },
];
