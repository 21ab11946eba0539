/** A stretch of compiled notes, `at` so many characters: plain prose, or the placeholder of the widget that is named. */
export type NotesStretch = Readonly<{ at: number; html: string; widget: string | null }>;

/** What the compiler writes for `::widget{name=…}`: its name, and one paragraph without markup. */
const PLACEHOLDER = /<div class="widget" data-widget="([a-z0-9-]+)"><p>[^<]*<\/p><\/div>/g;

/** Cuts compiled notes around the places of widgets, so that each widget can stand where its placeholder stood. */
export function splitWidgets(html: string): readonly NotesStretch[] {
  const stretches: NotesStretch[] = [];
  let from = 0;
  for (const match of html.matchAll(PLACEHOLDER)) {
    stretches.push({ at: from, html: html.slice(from, match.index), widget: null });
    stretches.push({ at: match.index, html: match[0], widget: match[1] ?? null });
    from = match.index + match[0].length;
  }
  stretches.push({ at: from, html: html.slice(from), widget: null });
  return stretches.filter((stretch) => stretch.html.trim() !== '');
}
