import type { ReactNode } from 'react';
import { FlagIcon } from './question-view';

export type PanelName = 'highlights' | 'ranges' | 'calculator';

type ToolbarProps = Readonly<{
  flagged: boolean;
  hasNote: boolean;
  panel: PanelName | null;
  onFlag: () => void;
  onHighlight: () => void;
  onNote: () => void;
  onPanel: (panel: PanelName) => void;
  onKeys: () => void;
}>;

/** What one does to a question beside answering it. Each has a key. */
export function Toolbar(props: ToolbarProps) {
  const { flagged, hasNote, panel, onFlag, onHighlight, onNote, onPanel, onKeys } = props;
  return (
    <div role="toolbar" aria-label="Tools" className="-ml-2.5 mb-4 flex flex-wrap items-center sm:gap-1">
      <Tool name="Flag" keys="F" pressed={flagged} onPress={onFlag}>
        <FlagIcon filled={flagged} />
      </Tool>
      {/* The selection must outlive the press. */}
      <Tool
        name="Highlight"
        keys="H"
        id="tool-highlights"
        expanded={panel === 'highlights'}
        onPress={onHighlight}
        holdsSelection
      >
        <Icon d="M4 17h12M6.5 13.5 5 9l7-6 4 4-6 7zM5 9l5 5" />
      </Tool>
      <Tool name={hasNote ? 'Note, written' : 'Note'} label="Note" keys="O" onPress={onNote}>
        <Icon d="M4 3h12v10l-4 4H4zM16 13h-4v4M7 7h6M7 10h4" filled={hasNote} />
      </Tool>
      <Tool
        name="Reference ranges"
        label="Ranges"
        keys="R"
        id="tool-ranges"
        expanded={panel === 'ranges'}
        onPress={() => onPanel('ranges')}
      >
        <Icon d="M7.5 2.5h5M8.5 2.5v5L4 15.5c-.6 1.2.2 2 1.3 2h9.4c1.1 0 1.9-.8 1.3-2l-4.5-8v-5M6.5 12.5h7" />
      </Tool>
      <Tool
        name="Calculator"
        keys="K"
        id="tool-calculator"
        expanded={panel === 'calculator'}
        onPress={() => onPanel('calculator')}
      >
        <Icon d="M4.5 2.5h11v15h-11zM7.5 5.5h5v2h-5zM7.5 11h.01M10 11h.01M12.5 11h.01M7.5 14h.01M10 14h.01M12.5 14h.01" />
      </Tool>
      <Tool name="Keys" keys="?" onPress={onKeys} pointerOnly>
        <Icon d="M2.5 5.5h15v9h-15zM6 12h8M5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01" />
      </Tool>
    </div>
  );
}

type ToolProps = Readonly<{
  name: string;
  label?: string;
  keys: string;
  id?: string;
  pressed?: boolean;
  expanded?: boolean;
  holdsSelection?: boolean;
  pointerOnly?: boolean;
  onPress: () => void;
  children: ReactNode;
}>;

function Tool(props: ToolProps) {
  const {
    name,
    label = name,
    keys,
    id,
    pressed,
    expanded,
    holdsSelection,
    pointerOnly,
    onPress,
    children,
  } = props;
  return (
    <button
      type="button"
      id={id}
      aria-label={name}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-keyshortcuts={keys}
      title={`${name} (${keys})`}
      onPointerDown={holdsSelection ? (event) => event.preventDefault() : undefined}
      onClick={onPress}
      className={`min-h-11 min-w-11 items-center justify-center gap-1.5 rounded px-2.5 text-sm hover:bg-wash hover:text-ink ${pointerOnly ? 'hidden pointer-fine:inline-flex' : 'inline-flex'} ${pressed ? 'font-semibold text-rubric' : expanded ? 'bg-wash text-ink' : 'text-soft'}`}
    >
      {children}
      <span className="max-sm:hidden">{label}</span>
    </button>
  );
}

function Icon({ d, filled = false }: Readonly<{ d: string; filled?: boolean }>) {
  return (
    <svg
      viewBox="0 0 20 20"
      className={`size-5 shrink-0 stroke-current ${filled ? 'fill-wash' : 'fill-none'}`}
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={d} />
    </svg>
  );
}
