import { type RefObject, useState } from 'react';
import { Prose } from '@/components/ui/prose';
import type { CardFace } from '@/lib/content/card-face';
import { Sources } from './sources';
import { AnswerField, TypedAnswer } from './typed-answer';

type CardViewProps = Readonly<{
  face: CardFace;
  revealed: boolean;
  onReveal: () => void;
  /** Takes the focus when the button that had it goes away: the question, then the answer. */
  target: RefObject<HTMLElement | null>;
}>;

/**
 * One card. The question stays where it is when the answer joins it below. The back of a cloze or a figure repeats its
 * front with the gaps filled, so there the answer takes the question's place.
 */
export function CardView({ face, revealed, onReveal, target }: CardViewProps) {
  const [typed, setTyped] = useState('');
  const filledIn = revealed && (face.kind === 'cloze' || face.kind === 'figure');
  return (
    // A tap anywhere on the card shows the answer; keyboards and screen readers have the button.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same action is on a button and on Space
    // biome-ignore lint/a11y/noStaticElementInteractions: a larger target for the thumb, not a control of its own
    <div
      className={`mx-auto w-full max-w-[42rem] grow px-5 pb-10 pt-[clamp(1.5rem,9vh,6rem)] text-card sm:px-8 ${revealed ? '' : 'cursor-pointer'}`}
      onClick={(event) => {
        if (!revealed && !isOwnTarget(event.target)) onReveal();
      }}
    >
      {!filledIn && (
        <section ref={revealed ? null : target} tabIndex={-1} aria-label="Question">
          <Prose html={face.frontHtml} lang={face.language} />
          {face.accept !== null && !revealed && (
            <AnswerField typed={typed} onType={setTyped} onReveal={onReveal} />
          )}
        </section>
      )}
      {revealed && (
        <section
          ref={target}
          tabIndex={-1}
          aria-label="Answer"
          className={`scroll-mb-40 ${filledIn ? '' : 'mt-[1em] border-t border-hairline pt-[1em]'}`}
        >
          <Prose html={face.backHtml} lang={face.language} />
          {face.accept !== null && <TypedAnswer typed={typed} accept={face.accept} />}
          {face.extraHtml !== null && (
            <Prose
              html={face.extraHtml}
              lang={face.language}
              className="mt-5 text-[0.72em] leading-relaxed text-soft"
            />
          )}
        </section>
      )}
      {revealed && <Sources sources={face.sources} />}
    </div>
  );
}

/** Links do their own thing, and the end of a selection is not a tap. */
function isOwnTarget(target: EventTarget): boolean {
  const selecting = (window.getSelection()?.toString() ?? '') !== '';
  return selecting || (target instanceof Element && target.closest('a, button, form') !== null);
}
