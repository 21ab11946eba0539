/**
 * The stem of a lower-case word, light enough to be foreseen by an author: `-s -es -ed -ing -al -ic` fall off the end,
 * again and again, while four letters remain; then a last `e` goes and `y` is `i`. So nerves, nerve: `nerv`; clinical,
 * clinic: `clin`; biopsies, biopsy: `biopsi`. Endings that only look like plurals (`-ss -us -is`) stay.
 */
export function stemOf(word: string): string {
  let stem = word;
  for (let shorter = withoutEnding(stem); shorter !== stem; shorter = withoutEnding(stem)) stem = shorter;
  if (stem.length <= SHORTEST) return stem;
  if (stem.endsWith('e')) return stem.slice(0, -1);
  return stem.endsWith('y') ? `${stem.slice(0, -1)}i` : stem;
}

const ENDINGS = ['ing', 'es', 'ed', 'al', 'ic', 's'];

/** Letters that remain at least. */
const SHORTEST = 4;

function withoutEnding(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  for (const ending of ENDINGS)
    if (word.endsWith(ending) && word.length - ending.length >= SHORTEST) return word.slice(0, -ending.length);
  return word;
}
