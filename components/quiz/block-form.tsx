'use client';

import { useState } from 'react';
import type { BankView } from '@/lib/quiz/bank-model';
import { ItemFilter } from '@/lib/quiz/inputs';
import { BeginButton } from './begin-button';
import { FilterField } from './block/filter-field';
import { ObjectivesField } from './block/objectives-field';
import { PresetLinks } from './block/preset-links';
import { SettingFields } from './block/setting-fields';
import { TopicsField } from './block/topics-field';
import {
  availableIn,
  type BlockSetting,
  presetIdOf,
  settingOf,
  shortageWords,
  startWords,
} from './block-choice';
import { FreshIdField } from './fresh-id-field';

type BlockFormProps = Readonly<{
  bank: BankView;
  /** Begins the block and leads to it. */
  action: (form: FormData) => Promise<void>;
  /** The preset that the address asked for. */
  preset: string | null;
  /** A name for browsers without scripts. */
  offeredId: string;
}>;

/** What to ask, how much of it, and how. The button says what will be. */
export function BlockForm({ bank, action, preset, offeredId }: BlockFormProps) {
  const [decks, setDecks] = useState<readonly string[]>([]);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [filter, setFilter] = useState<ItemFilter>('all');
  const [setting, setSetting] = useState<BlockSetting>(settingOf(preset));

  const offered = bank.decks.filter(({ slug }) => decks.length === 0 || decks.includes(slug));
  const known = new Set(offered.flatMap((deck) => deck.objectives.map(({ id }) => `${deck.slug}/${id}`)));
  // Objectives of a topic that was unticked again wait for it; they are not sent.
  const objectives = ticked.filter((id) => known.has(id));
  const choice = { decks, objectives, filter };
  const available = availableIn(bank.items, choice);
  const shortage = shortageWords(setting.count, filter, available);
  return (
    <form action={action} className="border-t border-ink">
      <FreshIdField offered={offeredId} />
      <PresetLinks current={presetIdOf(setting)} onChoose={(id) => setSetting(settingOf(id))} />
      <TopicsField
        decks={bank.decks}
        chosen={decks}
        onChoose={setDecks}
        countOf={(slug) => availableIn(bank.items, { ...choice, decks: [slug], objectives: [] }).concepts}
      />
      <ObjectivesField
        decks={offered}
        chosen={objectives}
        onChoose={setTicked}
        countOf={(id) => availableIn(bank.items, { ...choice, objectives: [id] }).concepts}
      />
      <FilterField
        chosen={filter}
        onChoose={setFilter}
        counts={ItemFilter.options.map((one) => [
          one,
          availableIn(bank.items, { ...choice, filter: one }).concepts,
        ])}
      />
      <SettingFields setting={setting} onChange={setSetting} />
      <div className="sticky bottom-0 -mx-5 border-t border-hairline bg-paper px-5 pt-4 pb-safe-4 sm:mx-0 sm:px-0">
        <p role="status" className="text-soft empty:hidden">
          {shortage}
        </p>
        <BeginButton
          label={startWords(setting, available)}
          disabled={available.concepts === 0}
          className="mt-3 w-full text-lg first:mt-0 sm:w-auto sm:px-10"
        />
      </div>
    </form>
  );
}
