'use client';

import { type RefObject, useRef, useState } from 'react';
import type { PanelName } from './toolbar';

export type DialogName = 'finish' | 'keys' | 'note' | 'questions';

/** Which panel and which dialog is open; at most one of each. */
export type Opened = Readonly<{
  panel: PanelName | null;
  dialog: DialogName | null;
  openDialog: (name: DialogName) => void;
  closeDialog: () => void;
  /** Opens the panel, in the place of another, or closes it. */
  togglePanel: (name: PanelName) => void;
  closePanel: () => void;
}>;

/** Opens and closes panels and dialogs. A panel gives the focus back to where it was opened from, else to `heading`. */
export function useOpened(heading: RefObject<HTMLElement | null>): Opened {
  const [panel, setPanel] = useState<PanelName | null>(null);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const opener = useRef<HTMLElement>(null);
  const closePanel = () => {
    setPanel(null);
    // Back to where it was opened from: whoever opened it by a key goes on with Enter.
    const back = opener.current?.isConnected ? opener.current : heading.current;
    back?.focus({ preventScroll: true });
  };
  const togglePanel = (name: PanelName) => {
    if (panel === name) {
      closePanel();
      return;
    }
    const { activeElement } = document;
    if (panel === null) {
      opener.current =
        activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : null;
    }
    setPanel(name);
  };
  return {
    panel,
    dialog,
    openDialog: setDialog,
    closeDialog: () => setDialog(null),
    togglePanel,
    closePanel,
  };
}
