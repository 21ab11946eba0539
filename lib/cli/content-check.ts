import { checkLibrary } from '@/lib/content/check-library';
import { formatDiagnostic } from '@/lib/content/format-diagnostic';
import type { Diagnostic } from '@/lib/content/model';
import { count } from './count';
import { readLibrary } from './read-library';
import { readWords } from './read-words';
import type { Surroundings } from './surroundings';

/**
 * `content check [paths…] [--json]`: compiles the decks, each knowing those beside it, and prints every problem; a whole
 * folder of decks is also held to its list of claims. Writes nothing. With `--json`, standard output is one array of
 * diagnostics and nothing else.
 */
export async function contentCheck(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { flags, paths } = readWords('content check', words, ['--json']);
  const { cwd, contentDir, out } = surroundings;
  const diagnostics: Diagnostic[] = [];
  let cards = 0;
  let decks = 0;
  for (const target of paths.length === 0 ? [contentDir] : paths) {
    const library = await readLibrary(target, cwd);
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
    out(`${JSON.stringify(diagnostics, null, 2)}\n`);
  } else {
    for (const diagnostic of diagnostics) out(`${formatDiagnostic(diagnostic)}\n`);
    const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length;
    out(
      `${count(decks, 'deck')}, ${count(cards, 'card')}: ${count(errors, 'error')}, ${count(warnings, 'warning')}\n`,
    );
  }
  return errors > 0 ? 1 : 0;
}
