/** The one thing to do on the front of a card. As high as the grades that take its place. */
export function ShowAnswer({ onReveal }: Readonly<{ onReveal: () => void }>) {
  return (
    <button type="button" className="button min-h-16 w-full text-lg" onClick={onReveal}>
      Show answer
      <kbd className="key hidden font-sans pointer-fine:inline-block">Space</kbd>
    </button>
  );
}
