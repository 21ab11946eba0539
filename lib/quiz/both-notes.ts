/**
 * One note of two that were written at the same time on one question, so that nothing of either is lost: the longer one
 * where it only goes on from the other, else both, what is here last.
 */
export function bothNotes(here: string, elsewhere: string): string {
  if (elsewhere.startsWith(here)) return elsewhere;
  if (here.startsWith(elsewhere)) return here;
  return `${elsewhere}\n\n${here}`;
}
