import type { FileFacts } from '../parse/facts';
import type { Item, ItemSet } from '../parse/item';
import { lineEnd } from '../parse/line-ends';
import type { Span } from '../parse/span';
import { isBlank } from './blank';
import type { Report } from './rule';

/** Reports what a vignette or a match lacks, and what stands in it where it cannot be read. */
export function checkItemParts(file: FileFacts, set: ItemSet, report: Report): void {
  const { kind, block, leadIn, options, items, keyPoint, extra } = set;
  const tell = (span: Span, message: string, hint: string) => report(file, { span, message, hint });
  const atHead = block.head.nameSpan;
  for (const problem of set.problems) report(file, problem);
  if (kind === 'vignette' && items.every(({ stem }) => isBlank(stem)))
    tell(atHead, 'This vignette tells of no patient.', 'Begin it with the case, above the bold question.');
  if (leadIn === null && kind === 'vignette')
    tell(
      atHead,
      'This vignette asks no question.',
      'Ask in bold on lines of their own above the options: `**Which structure is damaged?**`.',
    );
  if (leadIn === null && kind === 'match')
    tell(
      atHead,
      'This match has no directions.',
      'Begin with them in bold: `**For each patient, choose the most likely site.**`.',
    );
  if (options.length === 0)
    tell(
      atHead,
      `This ${kind} has no options.`,
      kind === 'vignette'
        ? 'List them under the question: `- [ ] **A.** Dorsal root`, the right one with `- [x]`.'
        : 'List them under the directions: `- **A.** Dorsal root`.',
    );
  for (const { content, span } of options)
    if (isBlank(content))
      tell(firstLine(file, span), 'This option has no words.', 'Write them behind the letter.');
  if (items.length === 0)
    tell(atHead, 'This match has no stems.', 'Number them: `1. Wasting of one leg. {#leg key=A}`.');
  if (kind === 'match') for (const item of items) checkStem(file, item, tell);
  if (kind === 'vignette' && keyPoint === null)
    tell(
      atHead,
      'This vignette has no key point.',
      'Say behind the options what is to be remembered: `**Key point:** …`.',
    );
  if (keyPoint !== null && isBlank(keyPoint))
    tell(atHead, 'The key point is empty.', 'Write it behind `**Key point:**`.');
  if (extra !== null && isBlank(extra))
    tell(atHead, `This ${kind} has no extra.`, 'Write the extra, or remove the `---` above it.');
}

function checkStem(
  file: FileFacts,
  { span, stem, attributes }: Item,
  tell: (span: Span, message: string, hint: string) => void,
): void {
  const line = firstLine(file, span);
  if (isBlank(stem)) tell(line, 'This stem has no words.', 'Describe the patient behind the number.');
  if (!attributes.some(({ name }) => name === 'key'))
    tell(line, 'This stem has no key.', 'Name the letter of the right option at its end: `{#leg key=A}`.');
}

function firstLine(file: FileFacts, { start, end }: Span): Span {
  return { start, end: Math.min(end, lineEnd(file.source.text, start)) };
}
