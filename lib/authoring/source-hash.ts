import { hash } from 'node:crypto';
import type { CompiledDeck, SourceFile } from '@/lib/content/model';

/**
 * Answers "would publishing this change anything?": SHA-256 in hexadecimal over the source, what it compiles to and the
 * deck's place. The compiled deck belongs to it, since a better compiler must reach learners though no letter was typed.
 */
export function sourceHash(files: readonly SourceFile[], deck: CompiledDeck, position: number): string {
  return hash('sha256', JSON.stringify({ files, deck, position }), 'hex');
}
