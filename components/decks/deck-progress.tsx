/** How much of a deck has been met, as a hairline that fills. The numbers stand beside it in words. */
export function DeckProgress({ met, cards }: Readonly<{ met: number; cards: number }>) {
  const share = cards === 0 ? 0 : (100 * met) / cards;
  return (
    <svg viewBox="0 0 100 3" preserveAspectRatio="none" className="h-[3px] w-full" aria-hidden="true">
      <path className="fill-hairline" d="M0 0h100v3H0z" />
      <path className="fill-rubric" d={`M0 0h${share}v3H0z`} />
    </svg>
  );
}
