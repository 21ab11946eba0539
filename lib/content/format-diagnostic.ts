import type { Diagnostic } from './model';

/**
 * A problem as one line, `file:line:column severity rule message`, and an indented line with the hint where there is
 * one: the form that terminals and editors turn into links.
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column, severity, ruleId, message, hint } = diagnostic;
  const head = `${onOneLine(file)}:${line}:${column} ${severity} ${ruleId} ${onOneLine(message)}`;
  return hint === undefined ? head : `${head}\n    hint: ${onOneLine(hint)}`;
}

/** A file name or a quoted piece of text may hold line ends or terminal codes; neither may forge another line. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
