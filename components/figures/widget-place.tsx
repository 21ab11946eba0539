import type { ReactNode } from 'react';
import { Prose } from '@/components/ui/prose';
import { PalsiesTable } from './face/palsies-table';
import { LevelsTable } from './nerve/levels-table';
import { Widget, type WidgetName } from './widget';

type WidgetPlaceProps = Readonly<{ name: string; placeholderHtml: string }>;

/** The place of a widget in the notes: the widget, if this build has it, else the placeholder that was compiled. */
export function WidgetPlace({ name, placeholderHtml }: WidgetPlaceProps) {
  const placeholder = <Prose html={placeholderHtml} />;
  if (!isKnown(name)) return placeholder;
  const { invitation, caption, table } = WORDS[name];
  return (
    <figure className="@container my-8 border-y border-ink py-4 font-sans text-base">
      <figcaption className="mb-3 font-semibold">{invitation}</figcaption>
      <Widget
        name={name}
        placeholder={placeholder}
        table={
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
          <section aria-label={caption} tabIndex={0} className="prose overflow-x-auto">
            {table}
          </section>
        }
      />
    </figure>
  );
}

const WORDS: Readonly<
  Record<WidgetName, Readonly<{ invitation: string; caption: string; table: ReactNode }>>
> = {
  'facial-palsy-face': {
    invitation: 'Place a lesion and watch the face',
    caption: 'Central and peripheral palsy',
    table: <PalsiesTable />,
  },
  'facial-nerve-course': {
    invitation: 'Move a lesion along the facial nerve',
    caption: 'Levels of the facial nerve',
    table: <LevelsTable />,
  },
};

function isKnown(name: string): name is WidgetName {
  return Object.hasOwn(WORDS, name);
}
