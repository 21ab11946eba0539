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
    if (attribute.name !== name) continue;
    for (const word of wordsIn(attribute.value)) {
      if (Object.hasOwn(known, word)) continue;
      const close = nearest(word, Object.keys(known));
      const hint =
        close === null
          ? `Add it to \`${what}s:\` in the front matter of deck.md.`
          : `Did you mean \`${close}\`?`;
      report(file, {
        span: spanOfWord(file, attribute, word),
        message: `There is no ${what} \`${word}\`.`,
        hint,
      });
    }
  }
}

/** The word itself where it stands as it reads; the whole value where character references stand in between. */
export function spanOfWord(file: FileFacts, { valueSpan }: Attribute, word: string): Span {
  const written = file.source.text.slice(valueSpan.start, valueSpan.end);
  const words = [...written.matchAll(/[^\s,]+/g)];
  const at = words.find((match) => match[0] === word)?.index;
  return at === undefined
    ? valueSpan
    : { start: valueSpan.start + at, end: valueSpan.start + at + word.length };
}
