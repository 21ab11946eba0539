import { checkLibrary } from '@/lib/content/check-library';
import { formatDiagnostic } from '@/lib/content/format-diagnostic';
import type { Diagnostic } from '@/lib/content/model';
import { count } from './count';
import { readLibrary } from './read-library';
import { readWords } from './read-words';
import type { Surroundings } from './surroundings';
import { UsageError } from './usage-error';

/**
 * `content check [paths…] [--json]`: compiles the decks, each knowing those beside it, and prints every problem; a whole
 * folder of decks is also held to its list of claims. Writes nothing. A path without a deck is told beside the problems of
 * the others, and ends with 2. With `--json`, standard output is one array of diagnostics and nothing else.
 */
export async function contentCheck(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { flags, paths } = readWords('content check', words, ['--json']);
  const { cwd, contentDir, out, err } = surroundings;
  const diagnostics: Diagnostic[] = [];
  const withoutDeck: Diagnostic[] = [];
  let cards = 0;
  let decks = 0;
  for (const target of paths.length === 0 ? [contentDir] : paths) {
    const library = await readLibrary(target, cwd).catch((error: unknown) => {
      if (!(error instanceof UsageError)) throw error;
      withoutDeck.push(noDeck(target, error.message));
      return null;
    });
    if (library === null) continue;
    const checked = checkLibrary(library.source);
    if (library.whole) diagnostics.push(...checked.diagnostics);
    for (const [index, deck] of checked.decks.entries()) {
      if (library.decks[index]?.wanted !== true) continue;
      diagnostics.push(...deck.diagnostics);
      cards += deck.deck?.cards.length ?? 0;
      decks += 1;
    }
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (flags.has('--json')) {
    out(`${JSON.stringify([...diagnostics, ...withoutDeck], null, 2)}\n`);
  } else {
    for (const diagnostic of diagnostics) out(`${formatDiagnostic(diagnostic)}\n`);
    const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
    for (const { message } of withoutDeck) err(`${message}\n`);
    if (decks > 0 || withoutDeck.length === 0)
      out(
        `${count(decks, 'deck')}, ${count(cards, 'card')}: ${count(errors, 'error')}, ${count(warnings, 'warning')}\n`,
      );
  }
  if (withoutDeck.length > 0) return 2;
  return errors > 0 ? 1 : 0;
}

/** For tools that read problems only: what a person is told in a sentence, at the head of the path. */
function noDeck(target: string, message: string): Diagnostic {
  const start = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { file: target, ...start, severity: 'error', ruleId: 'S00-no-deck', message };
}
