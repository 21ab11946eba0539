import type { MouseEvent } from 'react';
import { PRESETS } from '@/lib/quiz/presets';

const ABOUT: Readonly<Record<string, string>> = {
  'exam-20': 'A block of the examination',
  'exam-40': 'The long block of before',
  'tutor-10': 'No clock, told at once',
};

type PresetLinksProps = Readonly<{ current: string | null; onChoose: (id: string) => void }>;

/** Links, so that they work before and without any script; with one they only set the fields. */
export function PresetLinks({ current, onChoose }: PresetLinksProps) {
  const choose = (id: string) => (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onChoose(id);
  };
  return (
    <nav aria-label="Ready-made blocks">
      <ul className="grid border-b border-hairline sm:grid-cols-3">
        {PRESETS.map(({ id, title }) => (
          <li
            key={id}
            className="border-t border-hairline first:border-t-0 sm:border-t-0 sm:border-l sm:first:border-l-0"
          >
            <a
              href={`/quiz?preset=${id}`}
              onClick={choose(id)}
              aria-current={current === id ? 'true' : undefined}
              className="relative block px-4 py-4 hover:bg-wash aria-[current]:bg-wash aria-[current]:before:absolute aria-[current]:before:inset-y-0 aria-[current]:before:left-0 aria-[current]:before:w-1 aria-[current]:before:bg-rubric sm:aria-[current]:before:inset-x-0 sm:aria-[current]:before:bottom-auto sm:aria-[current]:before:h-1 sm:aria-[current]:before:w-auto"
            >
              <span className="block font-serif text-xl font-semibold">{title}</span>
              <span className="mt-0.5 block text-sm text-soft">{ABOUT[id]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
