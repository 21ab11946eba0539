import { nearest } from '@/lib/base/nearest';
import { wordsIn } from '../blocks/block-kinds';
import type { Attribute } from '../parse/attributes';
import type { FileFacts } from '../parse/facts';
import type { Span } from '../parse/span';
import type { Report } from './rule';

/** Reports each word of the attribute `name` that is none of `known`, things the front matter lists as `what` with an s. */
export function checkNames(
  file: FileFacts,
  attributes: readonly Attribute[],
  name: string,
  known: Readonly<Record<string, unknown>>,
  what: string,
  report: Report,
): void {
  for (const attribute of attributes) {
    // Most name one thing, which there is.
    if (attribute.name !== name || Object.hasOwn(known, attribute.value)) continue;
    if (wordsIn(attribute.value).every((word) => Object.hasOwn(known, word))) continue;
    for (const { word, span } of namedIn(file, attribute)) {
      if (Object.hasOwn(known, word)) continue;
      const close = nearest(word, Object.keys(known));
      const hint =
        close === null
          ? `Add it to \`${what}s:\` in the front matter of deck.md.`
          : `Did you mean \`${close}\`?`;
      report(file, { span, message: `There is no ${what} \`${word}\`.`, hint });
    }
  }
}

/** The words of a list with their places; the whole value where character references stand in between. */
export function namedIn(
  file: FileFacts,
  { value, valueSpan }: Attribute,
): readonly Readonly<{ word: string; span: Span }>[] {
  const written = file.source.text.slice(valueSpan.start, valueSpan.end);
  if (written !== value) return wordsIn(value).map((word) => ({ word, span: valueSpan }));
  return [...written.matchAll(/[^\s,]+/g)].map(({ 0: word, index }) => {
    const start = valueSpan.start + index;
    return { word, span: { start, end: start + word.length } };
  });
}
