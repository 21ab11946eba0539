type ProseProps = Readonly<{
  /** HTML made by the content compiler, which escapes all that authors write. */
  html: string;
  lang?: string;
  className?: string;
}>;

/** Shows compiled Markdown. The only place in the house that sets inner HTML. */
export function Prose({ html, lang, className = '' }: ProseProps) {
  return (
    <div
      className={`prose ${className}`}
      lang={lang}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: compiled on the server, every author's character escaped
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
