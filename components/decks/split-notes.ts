import type { Section } from '@/lib/content/model';

/** A stretch of the notes under one heading (its own HTML heading included); `section` is null before the first. */
export type NotesPart = Readonly<{ section: Section | null; html: string }>;

const HEADING = /<h[1-6]\b[^>]*?\bid="([^"]*)"/g;

/** Cuts compiled notes before each heading that is a section, so that the section's questions can follow it. */
export function splitNotes(notesHtml: string, sections: readonly Section[]): readonly NotesPart[] {
  const bySlug = new Map(sections.map((section) => [section.slug, section]));
  const parts: NotesPart[] = [];
  let section: Section | null = null;
  let from = 0;
  for (const match of notesHtml.matchAll(HEADING)) {
    const next = bySlug.get(match[1] ?? '');
    if (next === undefined) continue;
    parts.push({ section, html: notesHtml.slice(from, match.index) });
    section = next;
    from = match.index;
  }
  parts.push({ section, html: notesHtml.slice(from) });
  return parts.filter((part) => part.section !== null || part.html.trim() !== '');
}
