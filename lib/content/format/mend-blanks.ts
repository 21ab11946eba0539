import type { FileFacts } from '../parse/facts';
import { oddBlanksIn } from '../parse/odd-blanks';
import type { Edit } from './edit';

/** Puts one plain blank, or none, in the place of no-break and zero-width characters and of several blanks. */
export function mendBlanks(file: FileFacts): readonly Edit[] {
  return oddBlanksIn(file).map(({ span, mended }) => ({ span, text: mended, change: { kind: 'blanks' } }));
}
