'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { KeysTable } from '@/components/ui/keys-table';
import { counted } from '@/components/ui/quantity';
import { bothNotes } from '@/lib/quiz/both-notes';
import { MAX_NOTE } from '@/lib/quiz/change-limits';
import type { QuizMode, SlotState } from '@/lib/quiz/model';
import { tally } from '@/lib/quiz/sitting-model';
import { Dialog } from './dialog';
import { KEYS } from './keymap';

export function KeysDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <KeysTable rows={KEYS} />
    </Dialog>
  );
}

type FinishDialogProps = Readonly<{
  slots: readonly SlotState[];
  mode: QuizMode;
  onGo: (slot: number) => void;
  onFinish: () => void;
  onClose: () => void;
}>;

/** Before a block is handed in: what is left open, with the way to it. */
export function FinishDialog({ slots, mode, onGo, onFinish, onClose }: FinishDialogProps) {
  const { unanswered, flagged } = tally(slots);
  const firstOpen = slots.find(({ chosen }) => chosen === null);
  const firstFlagged = slots.find((slot) => slot.flagged);
  const answered = slots.length - unanswered;
  return (
    <Dialog title={mode === 'exam' ? 'Hand in the block?' : 'End the block?'} onClose={onClose}>
      <ul className="mt-3 divide-y divide-hairline border-y border-hairline">
        <li className="flex min-h-11 items-center justify-between gap-4 py-1">
          <span>
            {answered} of {counted(slots.length, 'question', 'questions')} answered
          </span>
        </li>
        <li className="flex min-h-11 items-center justify-between gap-4 py-1">
          <span className={unanswered > 0 ? 'font-semibold' : ''}>
            {unanswered === 0 ? 'None' : unanswered} not answered
          </span>
          {firstOpen !== undefined && (
            <button
              type="button"
              className="link min-h-11 font-semibold"
              onClick={() => onGo(firstOpen.slot)}
            >
              Go to question {firstOpen.slot + 1}
            </button>
          )}
        </li>
        <li className="flex min-h-11 items-center justify-between gap-4 py-1">
          <span className={flagged > 0 ? 'font-semibold' : ''}>
            {flagged === 0 ? 'None' : flagged} flagged
          </span>
          {firstFlagged !== undefined && (
            <button
              type="button"
              className="link min-h-11 font-semibold"
              onClick={() => onGo(firstFlagged.slot)}
            >
              Go to question {firstFlagged.slot + 1}
            </button>
          )}
        </li>
      </ul>
      <p className="mt-4 text-soft">
        {unanswered > 0 && 'What is not answered counts as wrong. '}
        {mode === 'exam'
          ? 'After this, nothing can be changed, and every question is explained.'
          : 'After this, nothing can be changed. Questions that were not answered are explained as well.'}
      </p>
      <div className="mt-6 flex flex-wrap gap-3">
        <button type="button" className="button" onClick={onFinish}>
          {mode === 'exam' ? 'Hand in' : 'End the block'}
        </button>
        <button type="button" className="button button-quiet" onClick={onClose}>
          Keep working
        </button>
      </div>
    </Dialog>
  );
}

const PAUSE_MS = 800;

type NoteDialogProps = Readonly<{
  number: number;
  note: string;
  onNote: (text: string) => void;
  onClose: () => void;
}>;

/** A note of one's own on a question; kept while it is being written, with what is written to it elsewhere meanwhile. */
export function NoteDialog({ number, note, onNote, onClose }: NoteDialogProps) {
  const [text, setText] = useState(note);
  const [merged, setMerged] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const written = useRef({ kept: note, text: note });
  const keep = useEffectEvent(() => {
    if (written.current.text === written.current.kept) return;
    written.current.kept = written.current.text;
    onNote(written.current.text);
  });
  const comesFromElsewhere = useEffectEvent(() => {
    if (note === written.current.kept) return;
    const both = bothNotes(written.current.text, note).slice(0, MAX_NOTE);
    setMerged(written.current.text !== written.current.kept && both !== note);
    written.current = { kept: note, text: both };
    setText(both);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the note that changed is the reason to look
  useEffect(() => comesFromElsewhere(), [note]);
  useEffect(() => {
    // One goes on writing where one left off.
    field.current?.setSelectionRange(written.current.text.length, written.current.text.length);
    window.addEventListener('pagehide', keep, { capture: true });
    return () => {
      window.removeEventListener('pagehide', keep, { capture: true });
      keep();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each pause in the writing is a reason to keep
  useEffect(() => {
    const timer = setTimeout(keep, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <Dialog title={`Note on question ${number}`} onClose={onClose} closeLabel="Done" field={field}>
      <label className="mt-2 block">
        <span className="text-sm text-soft">Only you see it. It comes back with the results.</span>
        <textarea
          ref={field}
          value={text}
          maxLength={MAX_NOTE}
          rows={6}
          onChange={(event) => {
            setText(event.target.value);
            written.current.text = event.target.value;
          }}
          className="mt-2 block w-full rounded border border-edge bg-paper p-3 text-base leading-relaxed"
        />
      </label>
      <p role="status" className="mt-2 text-sm">
        {merged && 'This note was written in another tab too: both are kept here.'}
      </p>
    </Dialog>
  );
}
