import { slugOf } from '../identity';
import type { FileFacts, SectionFacts, Unit } from './facts';

/**
 * The headings of all files with their slugs. A slug that is taken already gets a number, so that anchors stay unique
 * whatever the author wrote; `collides` names what took it.
 */
export function readSections(
  files: readonly FileFacts[],
  units: ReadonlyMap<string, Unit>,
): readonly SectionFacts[] {
  const taken = new Map<string, SectionFacts | Unit>(units);
  const next = new Map<string, number>();
  return files.flatMap((file) =>
    file.headings.map((heading) => {
      const explicit = heading.attributes.find((attribute) => attribute.name === 'id')?.value;
      const wanted = explicit ?? anchorOf(heading.title);
      let slug = wanted;
      for (let count = next.get(wanted) ?? 2; taken.has(slug); count += 1) {
        slug = `${wanted}-${count}`;
        next.set(wanted, count + 1);
      }
      const section: SectionFacts = { file, heading, slug, collides: taken.get(wanted) ?? null };
      taken.set(slug, section);
      return section;
    }),
  );
}

/** A slug that no page and no script uses as a name of its own. */
function anchorOf(title: string): string {
  const slug = slugOf(title, 60);
  if (slug === '') return 'section';
  return RESERVED_ANCHORS.has(slug) ? `${slug}-section` : slug;
}

/**
 * Anchors that would shadow a landmark of the page or, as an element's id becomes a property of the window, a name
 * that scripts look for there.
 */
export const RESERVED_ANCHORS: ReadonlySet<string> = new Set([
  'app',
  'body',
  'closed',
  'config',
  'constructor',
  'content',
  'customelements',
  'default',
  'document',
  'event',
  'exports',
  'external',
  'footer',
  'form',
  'frames',
  'global',
  'head',
  'header',
  'history',
  'html',
  'length',
  'location',
  'main',
  'module',
  'name',
  'nav',
  'navigation',
  'navigator',
  'next',
  'open',
  'opener',
  'origin',
  'parent',
  'process',
  'prototype',
  'require',
  'root',
  'screen',
  'script',
  'scripts',
  'self',
  'status',
  'stop',
  'title',
  'top',
  'window',
]);
