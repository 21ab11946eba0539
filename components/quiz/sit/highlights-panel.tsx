'use client';

import { type RefObject, useEffect, useState } from 'react';
import { isMarked, sentencesOf, type TextRange } from '@/lib/quiz/highlight-ranges';
import { Panel } from './panel';

type HighlightsPanelProps = Readonly<{
  stem: RefObject<HTMLElement | null>;
  /** Names the question; the text is read anew when it changes. */
  place: string;
  language: string;
  ranges: readonly TextRange[];
  onToggle: (range: TextRange) => void;
  onRemoveAll: () => void;
  onClose: () => void;
}>;

/** The stem sentence by sentence, to be marked without selecting, and what is marked, in words. */
export function HighlightsPanel(props: HighlightsPanelProps) {
  const { stem, place, language, ranges, onToggle, onRemoveAll, onClose } = props;
  const [text, setText] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question has another text
  useEffect(() => setText(stem.current?.textContent ?? ''), [stem, place]);
  const sentences = sentencesOf(text, language);
  const parts = ranges.filter((range) => !sentences.some((sentence) => isMarked([range], sentence)));
  return (
    <Panel title="Highlights" onClose={onClose}>
      <p className="mb-3 text-sm text-soft">
        Select words in the question and press H, or mark whole sentences here.
      </p>
      <ul className="space-y-1.5">
        {sentences.map(([from, to]) => {
          const marked = isMarked(ranges, [from, to]);
          return (
            <li key={from}>
              <button
                type="button"
                aria-pressed={marked}
                lang={language}
                onClick={() => onToggle([from, to])}
                className={`min-h-11 w-full rounded border px-3 py-2 text-left font-serif leading-snug hover:border-ink ${marked ? 'border-edge stem-mark' : 'border-hairline'}`}
              >
                {text.slice(from, to)}
              </button>
            </li>
          );
        })}
      </ul>
      {parts.length > 0 && (
        <>
          <h3 className="mt-4 text-sm font-semibold">Marked words</h3>
          <ul className="mt-1 divide-y divide-hairline">
            {parts.map(([from, to]) => (
              <li key={from} className="flex items-center justify-between gap-3">
                <q lang={language} className="min-w-0 font-serif">
                  {text.slice(from, to)}
                </q>
                <button
                  type="button"
                  className="link min-h-11 shrink-0 font-semibold"
                  onClick={() => onToggle([from, to])}
                >
                  Remove<span className="sr-only"> {text.slice(from, to)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {ranges.length > 0 && (
        <button type="button" className="link mt-3 min-h-11 font-semibold" onClick={onRemoveAll}>
          Remove all highlights
        </button>
      )}
    </Panel>
  );
}
