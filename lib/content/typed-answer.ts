/**
 * Whether what a learner typed is one of the accepted spellings. Case, composed or decomposed letters, spaces, the
 * kind of dash or apostrophe and a final full stop make no difference; letters, accents and digits do.
 */
export function isAccepted(typed: string, accept: readonly string[]): boolean {
  const given = comparable(typed);
  return given !== '' && accept.some((spelling) => comparable(spelling) === given);
}

function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/[‐‑‒–—−-]/g, '-')
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/ ?- ?/g, '-')
    .trim()
    .replace(/ ?[.!]+$/, '');
}
