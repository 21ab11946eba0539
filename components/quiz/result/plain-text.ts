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
