/** How the way out of a block looks, whatever kind of link it is. */
export const EXIT_LOOK =
  'inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded px-2 font-medium text-soft hover:text-ink';

/** The place the way out leads to, by its name in the navigation. */
export function ExitWords() {
  return (
    <>
      <span aria-hidden="true">←</span> <span className="max-sm:sr-only">Cases</span>
    </>
  );
}
