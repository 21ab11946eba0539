import type { Import, Source } from './source';

/** Circles of imports, at least one of each tangle, as the paths along it, starting with the first in the alphabet. */
export function circles(sources: readonly Source[]): readonly (readonly string[])[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const found = new Map<string, readonly string[]>();
  const finished = new Set<string>();

  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      const circle = fromFirst(trail.slice(start));
      found.set(circle.join(), circle);
      return;
    }
    if (finished.has(file)) return;
    for (const { file: next } of byPath.get(file)?.imports ?? []) {
      if (next !== null && byPath.has(next)) visit(next, [...trail, file]);
    }
    finished.add(file);
  };
  for (const source of sources) visit(source.path, []);
  return [...found.values()];
}

/**
 * The shortest chain of run-time imports from `start` to an import for which `isGoal` holds, as the specifiers along it;
 * null when there is none. Imports of types alone load nothing and are not followed.
 */
export function chainTo(
  start: Source,
  sources: ReadonlyMap<string, Source>,
  isGoal: (wanted: Import) => boolean,
): readonly string[] | null {
  let edge: readonly Readonly<{ source: Source; trail: readonly string[] }>[] = [
    { source: start, trail: [] },
  ];
  const seen = new Set([start.path]);
  while (edge.length > 0) {
    const next: { source: Source; trail: readonly string[] }[] = [];
    for (const { source, trail } of edge) {
      for (const wanted of source.imports) {
        if (wanted.typeOnly) continue;
        if (isGoal(wanted)) return [...trail, wanted.specifier];
        const target = wanted.file === null ? undefined : sources.get(wanted.file);
        if (target === undefined || seen.has(target.path)) continue;
        seen.add(target.path);
        next.push({ source: target, trail: [...trail, wanted.specifier] });
      }
    }
    edge = next;
  }
  return null;
}

function fromFirst(circle: readonly string[]): readonly string[] {
  const first = [...circle].sort()[0] ?? '';
  const index = circle.indexOf(first);
  return [...circle.slice(index), ...circle.slice(0, index)];
}
