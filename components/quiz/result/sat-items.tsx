'use client';

import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { itemAfter, type Show, shownItems, stepOf } from './item-steps';

export type SatEntry = Readonly<{
  slot: number;
  missed: boolean;
  flagged: boolean;
  /** The item, an element with the id `item-<number>` that opens. */
  node: ReactNode;
}>;

const SHOWS: readonly Readonly<{ show: Show; label: string }>[] = [
  { show: 'all', label: 'All' },
  { show: 'missed', label: 'Missed' },
  { show: 'flagged', label: 'Flagged' },
];

/** The items as they were sat: all, those missed or those flagged; J and K (N and P) go through them. */
export function SatItems({ entries }: Readonly<{ entries: readonly SatEntry[] }>) {
  const [show, setShow] = useState<Show>('all');
  const list = useRef<HTMLOListElement>(null);
  const shown = shownItems(entries, show);

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null)
      return;
    const step = stepOf(event.key);
    if (step === null) return;
    const slots = shown.map(({ slot }) => slot);
    const next = itemAfter(slots, currentSlot(list.current), step);
    if (next === null) return;
    event.preventDefault();
    openItem(next);
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => onKeyDown(event);
    const addressed = () => {
      const slot = /^#item-(\d+)$/.exec(window.location.hash)?.[1];
      if (slot !== undefined) openItem(Number(slot) - 1);
    };
    addressed();
    window.addEventListener('keydown', pressed);
    window.addEventListener('hashchange', addressed);
    return () => {
      window.removeEventListener('keydown', pressed);
      window.removeEventListener('hashchange', addressed);
    };
  }, []);

  return (
    <>
      <fieldset className="flex flex-wrap items-center gap-x-1">
        <legend className="sr-only">Show</legend>
        {SHOWS.map(({ show: one, label }) => (
          <button
            key={one}
            type="button"
            aria-pressed={show === one}
            onClick={() => setShow(one)}
            className="inline-flex min-h-11 items-center gap-2 rounded border border-transparent px-3 font-medium text-soft hover:text-ink aria-pressed:border-edge aria-pressed:text-ink"
          >
            {label}
            <span className="tabular-nums">{shownItems(entries, one).length}</span>
          </button>
        ))}
        <p className="ml-auto hidden text-sm text-soft sm:block">
          <kbd className="key">J</kbd> next <kbd className="key ml-2">K</kbd> before
        </p>
      </fieldset>
      <p role="status" className="sr-only">
        {shown.length === 1 ? '1 item is shown' : `${shown.length} items are shown`}
      </p>
      {shown.length === 0 ? (
        <p className="border-t border-hairline py-8 text-lg text-soft">
          {show === 'missed' ? 'You missed none.' : 'You flagged none.'}
        </p>
      ) : (
        <ol ref={list} className="mt-3 border-t border-ink">
          {shown.map(({ slot, node }) => (
            <li key={slot}>{node}</li>
          ))}
        </ol>
      )}
    </>
  );
}

/** The item that holds the focus, else the last that is open. */
function currentSlot(list: HTMLElement | null): number | null {
  const focused = document.activeElement?.closest('details[data-slot]');
  const open = [...(list?.querySelectorAll('details[data-slot][open]') ?? [])].at(-1);
  const at = (list?.contains(focused ?? null) ? focused : open)?.getAttribute('data-slot');
  return at == null ? null : Number(at);
}

function openItem(slot: number): void {
  const item = document.getElementById(`item-${slot + 1}`);
  if (!(item instanceof HTMLDetailsElement)) return;
  item.open = true;
  item.querySelector('summary')?.focus();
  item.scrollIntoView({ block: 'start' });
}
