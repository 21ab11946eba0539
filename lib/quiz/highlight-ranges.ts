/** A stretch of a stem's text: offsets of its characters, the end not included. */
export type TextRange = readonly [from: number, to: number];

/** The same stretches in order and apart: what overlaps or touches becomes one, what is empty goes. */
export function inOrderAndApart(ranges: readonly TextRange[]): readonly TextRange[] {
  const sorted = ranges.filter(([from, to]) => from < to).sort((left, right) => left[0] - right[0]);
  const apart: TextRange[] = [];
  for (const [from, to] of sorted) {
    const last = apart.at(-1);
    if (last !== undefined && from <= last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], to)];
    else apart.push([from, to]);
  }
  return apart;
}

/** What of these stretches lies in a text of this length. */
export function cutOff(ranges: readonly TextRange[], length: number): readonly TextRange[] {
  return ranges.flatMap(([from, to]): readonly TextRange[] =>
    from < length ? [[from, Math.min(to, length)]] : [],
  );
}

/** Whether the whole of a stretch is marked. */
export function isMarked(ranges: readonly TextRange[], [from, to]: TextRange): boolean {
  return ranges.some((range) => range[0] <= from && to <= range[1]);
}

/** Marks a stretch, or takes the mark off it where all of it bore one: the same key does both. */
export function toggled(ranges: readonly TextRange[], stretch: TextRange): readonly TextRange[] {
  if (!isMarked(ranges, stretch)) return inOrderAndApart([...ranges, stretch]);
  const [from, to] = stretch;
  return inOrderAndApart(
    ranges.flatMap((range): readonly TextRange[] => [
      [range[0], Math.min(range[1], from)],
      [Math.max(range[0], to), range[1]],
    ]),
  );
}

/** A stretch without the blanks at its ends, which a selection picks up by chance. Null when nothing is left. */
export function trimmed(text: string, [from, to]: TextRange): TextRange | null {
  const piece = text.slice(from, to);
  const start = from + (piece.length - piece.trimStart().length);
  const end = to - (piece.length - piece.trimEnd().length);
  return start < end ? [start, end] : null;
}

/** The sentences of a stem's text, each as a stretch without its blanks: they can be marked without a mouse. */
export function sentencesOf(text: string, language: string): readonly TextRange[] {
  // Where the source breaks its lines, the page does not; the segmenter would take each line for a sentence.
  const unbroken = text.replace(/[\r\n]/g, ' ');
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(unbroken);
  return [...segments].flatMap(({ index, segment }) => {
    const range = trimmed(text, [index, index + segment.length]);
    return range === null ? [] : [range];
  });
}
