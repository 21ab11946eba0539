/** The middle of the values; of two middles the mean. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which the share `q` (0–1) of the values lies, interpolated between neighbours. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

/** A ratio held against its gate, as one line. */
export function verdict(name: string, ratio: number, gate: number): string {
  return `${ratio >= gate ? 'holds ' : 'MISSES'}  ${name}: ${ratio.toFixed(2)} (gate ≥ ${gate})`;
}

/** As `verdict`, for a ratio that must stay small. */
export function atMost(name: string, ratio: number, gate: number): string {
  return `${ratio <= gate ? 'holds ' : 'MISSES'}  ${name}: ${ratio.toFixed(2)} (gate ≤ ${gate})`;
}

/** Rows under a head, columns padded to their widest cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return all.map(line).join('\n');
}
