export type MoreMenuProps = Readonly<{
  /** Null while there is no card to act on. */
  card: Readonly<{ notesHref: string; bury: () => void; suspend: () => void }> | null;
  showKeys: () => void;
}>;

const ITEM = 'flex min-h-11 w-full items-center justify-between gap-8 px-4 text-left hover:bg-wash';

/** What one does with a card beside answering it; everything here also has a key. */
export function MoreMenu({ card, showKeys }: MoreMenuProps) {
  const after = (action: () => void) => () => {
    document.getElementById('more')?.hidePopover();
    action();
  };
  return (
    <>
      <button
        type="button"
        popoverTarget="more"
        aria-label="More"
        className="inline-flex size-11 items-center justify-center rounded text-soft hover:bg-wash hover:text-ink"
      >
        <svg viewBox="0 0 20 20" className="size-5 fill-current" aria-hidden="true">
          <path d="M4 8.5a1.5 1.5 0 1 0 .01 0zM10 8.5a1.5 1.5 0 1 0 .01 0zM16 8.5a1.5 1.5 0 1 0 .01 0z" />
        </svg>
      </button>
      <div
        id="more"
        popover="auto"
        className="fixed inset-auto right-2 top-[calc(3.75rem+env(safe-area-inset-top))] m-0 w-72 rounded border border-edge bg-raised py-1 text-ink shadow-md sm:right-4"
      >
        {card !== null && (
          <>
            <button type="button" className={ITEM} onClick={after(card.bury)}>
              Bury until tomorrow <kbd className="key font-sans text-soft">B</kbd>
            </button>
            <button type="button" className={ITEM} onClick={after(card.suspend)}>
              Suspend this card <kbd className="key font-sans text-soft">S</kbd>
            </button>
            <a href={card.notesHref} target="_blank" rel="noopener" className={ITEM}>
              Open the notes <kbd className="key font-sans text-soft">E</kbd>
            </a>
          </>
        )}
        <button
          type="button"
          className={`${ITEM} ${card === null ? '' : 'border-t border-hairline'}`}
          onClick={after(showKeys)}
        >
          All keys <kbd className="key font-sans text-soft">?</kbd>
        </button>
      </div>
    </>
  );
}
