import { counted } from '@/components/ui/quantity';
import { MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import type { BankItem } from '@/lib/quiz/bank-model';
import { available, type ItemChoice } from '@/lib/quiz/build-paper';
import type { ItemFilter } from '@/lib/quiz/inputs';
import type { QuizMode, Timing } from '@/lib/quiz/model';
import { PRESETS } from '@/lib/quiz/presets';
import { exactSpan, timeFor } from './quiz-words';

/** What is set for a block besides its topics. Numbers stay while another kind of timing is tried. */
export type BlockSetting = Readonly<{
  count: number;
  mode: QuizMode;
  timing: Timing['kind'];
  minutes: number;
  seconds: number;
}>;

/** What a ready-made block sets; the first one's when there is none of that id. */
export function settingOf(id: string | null): BlockSetting {
  const preset = PRESETS.find((one) => one.id === id) ?? PRESETS[0];
  const { count, mode, timing } = preset ?? FALLBACK;
  const minutes = timing.kind === 'block' ? timing.ms / MINUTE_MS : 30;
  const seconds = timing.kind === 'per-item' ? timing.ms / SECOND_MS : 90;
  return { count, mode, timing: timing.kind, minutes, seconds };
}

const FALLBACK = { count: 20, mode: 'exam', timing: { kind: 'untimed' } } as const;

/** The id of the ready-made block that a setting is, or null when it is the learner's own. */
export function presetIdOf(setting: BlockSetting): string | null {
  const sameTiming = (one: BlockSetting) =>
    JSON.stringify(timingOf(one)) === JSON.stringify(timingOf(setting));
  const isSame = (one: BlockSetting) =>
    one.count === setting.count && one.mode === setting.mode && sameTiming(one);
  return PRESETS.find(({ id }) => isSame(settingOf(id)))?.id ?? null;
}

/** What the fields for the time say. */
export function timingOf({ timing, minutes, seconds }: BlockSetting): Timing {
  if (timing === 'untimed') return { kind: 'untimed' };
  return timing === 'block'
    ? { kind: 'block', ms: minutes * MINUTE_MS }
    : { kind: 'per-item', ms: seconds * SECOND_MS };
}

/** What will be asked, and what is left out because it rests. Counted in concepts: of one, one item enters a block. */
export type Available = Readonly<{ concepts: number; resting: number }>;

export function availableIn(items: readonly BankItem[], choice: ItemChoice): Available {
  const concepts = available(items, choice);
  const rested = items.map((item) => ({ ...item, rests: false }));
  return { concepts, resting: available(rested, choice) - concepts };
}

/** What the start button says will be: `Start 20 items, 30 minutes`. */
export function startWords(setting: BlockSetting, { concepts }: Available): string {
  if (concepts === 0) return 'Nothing to start';
  const items = Math.min(setting.count, concepts);
  // What is typed cannot be: the browser will say so.
  if (!isWhole(setting.count) || !Number.isFinite(setting.minutes + setting.seconds)) return 'Start';
  const allowedMs = timeFor(timingOf(setting), items);
  return `Start ${counted(items, 'item', 'items')}, ${allowedMs === null ? 'no clock' : exactSpan(allowedMs)}`;
}

function isWhole(count: number): boolean {
  return Number.isInteger(count) && count > 0;
}

const NONE: Readonly<Record<ItemFilter, string>> = {
  all: 'No case is here to be asked.',
  unseen: 'You have seen every case here.',
  missed: 'You have missed none of these when you met it last.',
  flagged: 'You have flagged none of these.',
  due: 'None of these is due.',
};

/** Why a block holds fewer items than asked for; null when it holds them all. */
export function shortageWords(
  count: number,
  filter: ItemFilter,
  { concepts, resting }: Available,
): string | null {
  if (concepts >= count || !isWhole(count)) return null;
  const rest =
    resting === 0
      ? ''
      : `${counted(resting, 'concept was', 'concepts were')} asked today and ${resting === 1 ? 'rests' : 'rest'} until tomorrow.`;
  if (concepts === 0) return rest === '' ? NONE[filter] : rest;
  const fewer = `${concepts} of the ${count} can be asked.`;
  return rest === '' ? `${fewer} Of cases on one concept a block holds one.` : `${fewer} ${rest}`;
}
