/** The one thing to do on the front of a card. As high as the grades that take its place. */
export function ShowAnswer({ onReveal, typing }: Readonly<{ onReveal: () => void; typing: boolean }>) {
  return (
    <button
      type="button"
      className="button button-quiet min-h-16 w-full bg-raised text-lg"
      onClick={onReveal}
    >
      Show answer
      <kbd className="key hidden font-sans text-soft pointer-fine:inline-block">
        {typing ? 'Enter' : 'Space'}
      </kbd>
    </button>
  );
}
