import type { Section } from '@/lib/content/model';

/** The table of contents of a chapter: at the side on a wide screen, folded away on a small one. */
export function Contents({ sections }: Readonly<{ sections: readonly Section[] }>) {
  if (sections.length < 2) return null;
  return (
    <nav aria-label="Contents" className="mb-10 lg:col-start-1 lg:row-span-2 lg:row-start-1">
      <details className="border-y border-hairline py-1 lg:hidden">
        <summary className="min-h-11 content-center font-semibold">Contents</summary>
        <Links sections={sections} />
      </details>
      <div className="sticky top-8 hidden lg:block">
        <p className="eyebrow mb-2">Contents</p>
        <Links sections={sections} />
      </div>
    </nav>
  );
}

function Links({ sections }: Readonly<{ sections: readonly Section[] }>) {
  const top = Math.min(...sections.map(({ depth }) => depth));
  return (
    <ol className="pb-2 text-[0.9375rem] leading-snug">
      {sections.map(({ slug, title, depth }) => (
        <li key={slug}>
          <a
            href={`#${slug}`}
            className={`block py-2 text-soft hover:text-ink lg:py-1.5 ${depth > top ? 'pl-4' : ''}`}
          >
            {title}
          </a>
        </li>
      ))}
    </ol>
  );
}
