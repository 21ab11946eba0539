'use client';

import type { ReactNode } from 'react';
import { Dialog } from './dialog';
import { FinishDialog, KeysDialog, NoteDialog } from './sitting-dialogs';
import type { Desk } from './use-desk';

type OpenDialogProps = Readonly<{ desk: Desk; navigator: ReactNode }>;

/** The dialog that is open over the block, if one is; none once it is over. */
export function OpenDialog({ desk, navigator }: OpenDialogProps) {
  const { opened, sitting, mode, current, state, moves, ending } = desk;
  const { dialog, closeDialog } = opened;
  if (desk.locked) return null;
  switch (dialog) {
    case null:
      return null;
    case 'keys':
      return <KeysDialog onClose={closeDialog} />;
    case 'note':
      return <NoteDialog number={current + 1} note={state.note} onNote={moves.write} onClose={closeDialog} />;
    case 'questions':
      return (
        <Dialog title="Questions" onClose={closeDialog}>
          <nav aria-label="Questions" className="mt-3">
            {navigator}
          </nav>
        </Dialog>
      );
    case 'finish':
      return (
        <FinishDialog
          slots={sitting.slots}
          mode={mode}
          onGo={desk.go}
          onFinish={() => {
            closeDialog();
            ending.finish();
          }}
          onClose={closeDialog}
        />
      );
  }
}
