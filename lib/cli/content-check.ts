import { compileDeck } from '@/lib/content/compile-deck';
import { ALONE } from '@/lib/content/context';
import { formatDiagnostic } from '@/lib/content/format-diagnostic';
import type { Diagnostic } from '@/lib/content/model';
import { readDecks } from './read-decks';
import type { Surroundings } from './surroundings';
import { UsageError } from './usage-error';

/**
 * `content check [paths…] [--json]`: compiles the decks and prints every problem; writes nothing. With `--json`,
 * standard output is one array of diagnostics and nothing else.
 */
export async function contentCheck(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const flags = words.filter((word) => word.startsWith('--'));
  const unknown = flags.find((flag) => flag !== '--json');
  if (unknown !== undefined) throw new UsageError(`content check does not know ${unknown}. It knows --json.`);
  const paths = words.filter((word) => !word.startsWith('--'));

  const { cwd, contentDir, out } = surroundings;
  const diagnostics: Diagnostic[] = [];
  let cards = 0;
  let decks = 0;
  for (const target of paths.length === 0 ? [contentDir] : paths) {
    for (const { files, media } of await readDecks(target, cwd)) {
      const compiled = compileDeck(files, { ...ALONE, media });
      diagnostics.push(...compiled.diagnostics);
      cards += compiled.deck?.cards.length ?? 0;
      decks += 1;
    }
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (flags.includes('--json')) {
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

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
