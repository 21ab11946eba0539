import type { CitedSource } from '@/lib/content/card-face';

/** Where the answer comes from, in small type under it. */
export function Sources({ sources }: Readonly<{ sources: readonly CitedSource[] }>) {
  if (sources.length === 0) return null;
  return (
    <ul aria-label="Sources" className="mt-8 space-y-1 text-xs leading-relaxed text-soft">
      {sources.map((source) => (
        <li key={`${source.title} ${source.locator}`}>
          {source.url === null ? (
            <cite className="not-italic">{source.title}</cite>
          ) : (
            <a href={source.url} target="_blank" rel="noopener noreferrer nofollow" className="link">
              {source.title}
            </a>
          )}
          {details(source)}
        </li>
      ))}
    </ul>
  );
}

function details({ year, locator }: CitedSource): string {
  const parts = [year === null ? null : `${year}`, locator].filter((part) => part !== null);
  return parts.length === 0 ? '' : `, ${parts.join(', ')}`;
}
