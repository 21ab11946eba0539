import type { FileFacts } from '../parse/facts';
import type { Edit } from './edit';

/** Ends the last line of a file that has text. */
export function endLastLine({ source: { text } }: FileFacts, lineEnding: string): readonly Edit[] {
  if (text === '' || text.endsWith('\n')) return [];
  return [
    { span: { start: text.length, end: text.length }, text: lineEnding, change: { kind: 'last-line' } },
  ];
}
