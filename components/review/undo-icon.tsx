/** An arrow that turns back. */
export function UndoIcon() {
  return (
    <svg viewBox="0 0 20 20" className="size-5 fill-none stroke-current" strokeWidth="1.6" aria-hidden="true">
      <path
        d="M7 4 3.5 7.5 7 11M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
