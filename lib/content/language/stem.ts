/**
 * The stem of a lower-case word, light enough to be foreseen by an author: a plural `s` falls off, then `-ed -ing -al -ic`
 * again and again while four letters remain; a last `e` goes and `y` is `i`. So nerves, nerve: `nerv`; clinical, clinic:
 * `clin`; biopsies, biopsy: `biopsi`. Endings that only look like plurals (`-ss -us -is`) stay.
 */
export function stemOf(word: string): string {
  let stem = word.length > SHORTEST && /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
  for (let shorter = withoutEnding(stem); shorter !== stem; shorter = withoutEnding(stem)) stem = shorter;
  if (stem.length <= SHORTEST) return stem;
  if (stem.endsWith('e')) return stem.slice(0, -1);
  return stem.endsWith('y') ? `${stem.slice(0, -1)}i` : stem;
}

const ENDINGS = ['ing', 'ed', 'al', 'ic'];

/** Letters that remain at least. */
const SHORTEST = 4;

function withoutEnding(word: string): string {
  for (const ending of ENDINGS)
    if (word.endsWith(ending) && word.length - ending.length >= SHORTEST)
      return word.slice(0, -ending.length);
  return word;
}
