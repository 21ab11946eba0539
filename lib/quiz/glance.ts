const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The words of compiled Markdown in one line, for a glance at them. */
export function textOf(html: string): string {
  return html
    .replace(/<\/?(?:p|li|ul|ol|h\d|tr|t[dh]|table|br|div|figure|blockquote)\b[^>]*>/gi, ' ')
    .replace(/<(?:"[^"]*"|'[^']*'|[^'">])*>/g, '')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return NAMED[name] ?? whole;
      return String.fromCodePoint(
        Math.min(0x10ffff, Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16)),
      );
    })
    .replace(/\s+/g, ' ')
    .trim();
}

/** As much as two lines of a page hold. */
const GLANCE = 220;

/** How compiled Markdown begins, in plain words: whole ones, and an ellipsis where there are more. */
export function glanceAt(html: string): string {
  const text = textOf(html);
  if (text.length <= GLANCE) return text;
  const cut = text.lastIndexOf(' ', GLANCE);
  return `${text.slice(0, cut > 0 ? cut : GLANCE)}…`;
}
