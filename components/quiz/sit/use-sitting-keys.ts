'use client';

import { useEffect, useEffectEvent } from 'react';
import { commandOf, type KeyPress, type SittingCommand } from './keymap';

/** Turns key presses anywhere on the page into commands, unless a dialog is open: it has its own. */
export function useSittingKeys(onCommand: (command: SittingCommand) => boolean) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('dialog[open], :popover-open') !== null) return;
    const { key, shiftKey, ctrlKey, metaKey, altKey, repeat } = event;
    const press = { key, shiftKey, ctrlKey, metaKey, altKey, repeat, target: targetOf(event.target) };
    const command = commandOf(press);
    if (command !== null && onCommand(command)) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

function targetOf(target: EventTarget | null): KeyPress['target'] {
  if (!(target instanceof Element)) return 'page';
  // A sum or a line that is typed is no answer; in a panel that is read, keys go on meaning what they mean, but for Enter.
  if (target.closest('[data-panel="written"]') !== null) return 'text';
  if (target.closest('[data-panel]') !== null) return 'control';
  if (target.closest('input[type="radio"]') !== null) return 'radio';
  if (target.closest('input, textarea, select, [contenteditable]') !== null) return 'text';
  return target.closest('button, a, summary') === null ? 'page' : 'control';
}
