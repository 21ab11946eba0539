/** How the lines of a text end: as its first one does, LF where there is none. */
export function lineEndOf(original: string): string {
  return /\r\n?|\n/.exec(original)?.[0] ?? '\n';
}
