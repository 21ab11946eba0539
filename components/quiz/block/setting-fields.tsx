import { MAX_ITEMS } from '@/lib/quiz/inputs';
import type { QuizMode, Timing } from '@/lib/quiz/model';
import type { BlockSetting } from '../block-choice';
import { ChoiceGroup, ChoiceRow } from './choice-row';
import { NumberField } from './number-field';

const MODES: readonly Readonly<{ mode: QuizMode; label: string; about: string }>[] = [
  { mode: 'tutor', label: 'Tutor', about: 'Each answer is explained as soon as you have given it.' },
  { mode: 'exam', label: 'Exam', about: 'Nothing is told before the end, as in the examination.' },
];

const TIMINGS: readonly Readonly<{ timing: Timing['kind']; label: string }>[] = [
  { timing: 'untimed', label: 'No clock' },
  { timing: 'block', label: 'So long for the block' },
  { timing: 'per-item', label: 'So long for each item' },
];

type SettingFieldsProps = Readonly<{ setting: BlockSetting; onChange: (setting: BlockSetting) => void }>;

/** How many, in which mode, against which clock. */
export function SettingFields({ setting, onChange }: SettingFieldsProps) {
  const set = (part: Partial<BlockSetting>) => onChange({ ...setting, ...part });
  return (
    <>
      <div className="border-b border-hairline py-6">
        <NumberField
          name="count"
          label="How many items"
          max={MAX_ITEMS}
          value={setting.count}
          onChange={(count) => set({ count })}
        />
      </div>
      <div className="grid sm:grid-cols-2 sm:gap-x-10">
        <ChoiceGroup title="Mode">
          {MODES.map(({ mode, label, about }) => (
            <ChoiceRow
              key={mode}
              type="radio"
              name="mode"
              value={mode}
              checked={setting.mode === mode}
              onChange={() => set({ mode })}
              label={label}
              about={about}
            />
          ))}
        </ChoiceGroup>
        <ChoiceGroup title="Time">
          {TIMINGS.map(({ timing, label }) => (
            <ChoiceRow
              key={timing}
              type="radio"
              name="timing"
              value={timing}
              checked={setting.timing === timing}
              onChange={() => set({ timing })}
              label={label}
            />
          ))}
          <div className="pt-2 pl-7">
            <Length setting={setting} set={set} />
          </div>
        </ChoiceGroup>
      </div>
    </>
  );
}

type LengthProps = Readonly<{ setting: BlockSetting; set: (part: Partial<BlockSetting>) => void }>;

/** The number that belongs to the chosen kind; the other one is sent as it stands. */
function Length({ setting, set }: LengthProps) {
  const { timing, minutes, seconds } = setting;
  return (
    <>
      {timing === 'block' ? (
        <NumberField
          name="minutes"
          label="Minutes"
          max={1440}
          value={minutes}
          onChange={(value) => set({ minutes: value })}
        />
      ) : (
        <input type="hidden" name="minutes" value={minutes} readOnly />
      )}
      {timing === 'per-item' ? (
        <NumberField
          name="seconds"
          label="Seconds"
          min={10}
          max={3600}
          value={seconds}
          onChange={(value) => set({ seconds: value })}
        />
      ) : (
        <input type="hidden" name="seconds" value={seconds} readOnly />
      )}
    </>
  );
}
