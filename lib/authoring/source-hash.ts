import { hash } from 'node:crypto';
import type { CompiledDeck, SourceFile } from '@/lib/content/model';

/**
 * Answers "would publishing this change anything?": SHA-256 in hexadecimal over the source and what it compiles to. The compiled deck belongs to it, since a better compiler must reach learners though no letter was typed.
 */
export function sourceHash(files: readonly SourceFile[], deck: CompiledDeck): string {
  return hash('sha256', JSON.stringify({ files, deck }), 'hex');
}
