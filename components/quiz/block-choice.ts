import { counted } from '@/components/ui/quantity';
import { MINUTE_MS, SECOND_MS } from '@/lib/base/time';
import type { ItemFilter } from '@/lib/quiz/inputs';
import type { BankItem, QuizMode, Timing } from '@/lib/quiz/model';
import { exactSpan, timeFor } from './quiz-words';

/** What is set for a block besides its topics. Numbers stay while another kind of timing is tried. */
export type BlockSetting = Readonly<{
  count: number;
  mode: QuizMode;
  timing: Timing['kind'];
  minutes: number;
  seconds: number;
}>;

export type Preset = Readonly<{ id: string; name: string; about: string; setting: BlockSetting }>;

const exam = { mode: 'exam', timing: 'block', seconds: 90 } as const;

/** Current blocks of the USMLE, the length they had before, and one to learn from. */
export const PRESETS = [
  {
    id: '20',
    name: '20 in 30 minutes',
    about: 'A block of the examination',
    setting: { ...exam, count: 20, minutes: 30 },
  },
  {
    id: '40',
    name: '40 in 60 minutes',
    about: 'The long block',
    setting: { ...exam, count: 40, minutes: 60 },
  },
  {
    id: '10',
    name: '10 with a tutor',
    about: 'No clock, told at once',
    setting: { mode: 'tutor', timing: 'untimed', count: 10, minutes: 15, seconds: 90 },
  },
] as const satisfies readonly Preset[];

/** The preset of that id; the first when there is none. */
export function presetOf(id: string | null): Preset {
  return PRESETS.find((preset) => preset.id === id) ?? PRESETS[0];
}

/** The preset that a setting is, or null when it is the learner's own. */
export function matchingPreset({ count, mode, timing, minutes }: BlockSetting): Preset | null {
  return (
    PRESETS.find(
      ({ setting }) =>
        setting.count === count &&
        setting.mode === mode &&
        setting.timing === timing &&
        (timing === 'untimed' || setting.minutes === minutes),
    ) ?? null
  );
}

export function timingOf({ timing, minutes, seconds }: BlockSetting): Timing {
  if (timing === 'untimed') return { kind: 'untimed' };
  return timing === 'block'
    ? { kind: 'block', ms: minutes * MINUTE_MS }
    : { kind: 'per-item', ms: seconds * SECOND_MS };
}

/** What will be asked, and what is left out because it rests. Counted in concepts: of one, one item enters a block. */
export type Available = Readonly<{ concepts: number; resting: number }>;

type Choice = Readonly<{ decks: readonly string[]; objectives: readonly string[]; filter: ItemFilter }>;

export function countAvailable(items: readonly BankItem[], { decks, objectives, filter }: Choice): Available {
  const fitting = items.filter(
    (item) =>
      (decks.length === 0 || decks.includes(item.deck)) &&
      (objectives.length === 0 || item.objectives.some((id) => objectives.includes(id))) &&
      (filter === 'all' || (filter === 'unseen' ? !item.seen : item[filter])),
  );
  const asked = new Set(fitting.filter(({ rests }) => !rests).map(({ concept }) => concept));
  const resting = new Set(fitting.filter(({ rests }) => rests).map(({ concept }) => concept));
  return { concepts: asked.size, resting: resting.size };
}

/** What the start button says will be: `Start 20 items, 30 minutes`. */
export function startWords(setting: BlockSetting, { concepts }: Available): string {
  if (concepts === 0) return 'Nothing to start';
  const items = Math.min(setting.count, concepts);
  // Nothing is typed in a field: the browser will say so.
  if (!Number.isFinite(items + setting.minutes + setting.seconds)) return 'Start';
  const allowedMs = timeFor(timingOf(setting), items);
  return `Start ${counted(items, 'item', 'items')}, ${allowedMs === null ? 'no clock' : exactSpan(allowedMs)}`;
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
  if (concepts >= count) return null;
  const rest =
    resting === 0
      ? ''
      : `${counted(resting, 'concept was', 'concepts were')} asked today and ${resting === 1 ? 'rests' : 'rest'} until tomorrow.`;
  if (concepts === 0) return rest === '' ? NONE[filter] : rest;
  const fewer = `${concepts} of the ${count} can be asked.`;
  return rest === '' ? `${fewer} Of cases on one concept a block holds one.` : `${fewer} ${rest}`;
}
