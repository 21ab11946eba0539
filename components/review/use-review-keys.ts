'use client';

import { useEffect, useEffectEvent } from 'react';
import { commandOf, type KeyPress, type ReviewCommand } from './keymap';

/** Turns key presses anywhere on the page into commands, unless a dialog or menu is open. */
export function useReviewKeys(side: 'front' | 'back' | 'none', onCommand: (command: ReviewCommand) => void) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('dialog[open], :popover-open') !== null) return;
    const { key, ctrlKey, metaKey, altKey, repeat } = event;
    const press = { key, ctrlKey, metaKey, altKey, repeat, target: targetOf(event.target) };
    const command = commandOf(press, side);
    // A held Space must not scroll the page either.
    if (command !== null || (key === ' ' && press.target === 'page')) event.preventDefault();
    if (command !== null) onCommand(command);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

function targetOf(target: EventTarget | null): KeyPress['target'] {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('input, textarea, select, [contenteditable]') !== null) return 'text';
  return target.closest('button, a, summary') === null ? 'page' : 'control';
}
