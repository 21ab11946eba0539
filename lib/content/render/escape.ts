const SPECIAL = /[&<>"]/;
const SPECIALS = /[&<>"]/g;
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** The text as HTML that shows it: safe between tags and inside double-quoted attributes. */
export function escapeHtml(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIALS, (sign) => REFERENCES[sign] ?? sign) : text;
}
