type WordmarkProps = Readonly<{
  /** On a phone the sign alone. */
  brief?: boolean;
}>;

/** The name of the house with its sign: a hornbook, the paddle from which children learned to read. */
export function Wordmark({ brief = false }: WordmarkProps) {
  return (
    <span className="inline-flex items-center gap-2 font-serif text-xl font-semibold tracking-tight">
      <svg viewBox="0 0 20 30" className="h-6 w-4" aria-hidden="true">
        <path
          className="fill-none stroke-current"
          strokeWidth="1.5"
          d="M2.5 1h15A1.5 1.5 0 0 1 19 2.5v18a1.5 1.5 0 0 1-1.5 1.5h-5v5a1.5 1.5 0 0 1-1.5 1.5H9a1.5 1.5 0 0 1-1.5-1.5v-5h-5A1.5 1.5 0 0 1 1 20.5v-18A1.5 1.5 0 0 1 2.5 1z"
        />
        <path className="fill-rubric" d="M4 5h4.5v4.5H4z" />
        <path className="stroke-current" strokeWidth="1.25" d="M10.5 6H16M10.5 8.9H16M4 13h12M4 16.5h8" />
      </svg>
      <span className={brief ? 'max-sm:hidden' : ''}>Hornbook</span>
    </span>
  );
}
