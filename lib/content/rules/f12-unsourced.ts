import { valueNamed, wordsNamed } from '../blocks/attribute-values';
import { isUnitKind } from '../blocks/block-kinds';
import type { DeckFacts } from '../parse/facts';
import type { Report, Rule } from './rule';

/**
 * Every unit says where its facts come from; every source that is used has a year. Sources marked `K` (known to the
 * author, still to be looked up) are told once each, where they stand, when a unit rests on them alone.
 */
export const unsourced: Rule = {
  id: 'F12-unsourced',
  severity: 'error',
  summary:
    'Name a source for every unit, with its year, and not only sources you have yet to read (`tag: K`).',
  why: 'A fact that cannot be traced cannot be checked, corrected or trusted, and what it teaches may reach a patient.',
  ok: [
    ':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::',
    '---\ndeck: example\ntitle: Example\nobjectives:\n  L1: { text: Name the signs }\nsources:\n  adams: { title: Adams, year: 2019, tag: V }\n  class: { title: Lecture, year: 2019, tag: K }\n---\n\n:::qa{#a obj=L1 src="adams class"}\nQ?\n\n---\n\nA\n:::',
  ],
  notOk: [
    ':::qa{#a obj=L1}\nQ?\n\n---\n\nA\n:::',
    ':::cloze{#a obj=L1}\nTone is :c1[low].\n:::',
    '---\ndeck: example\ntitle: Example\nobjectives:\n  L1: { text: Name the signs }\nsources:\n  adams: { title: Adams }\n---\n\n:::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::',
    '---\ndeck: example\ntitle: Example\nobjectives:\n  L1: { text: Name the signs }\nsources:\n  class: { title: Lecture, year: 2019, tag: K }\n---\n\n:::qa{#a obj=L1 src=class}\nQ?\n\n---\n\nA\n:::',
  ],
  check(deck, report) {
    const sources = deck.info?.sources ?? {};
    const [first] = Object.keys(sources);
    const hint =
      first === undefined
        ? 'Name a source under `sources:` in the front matter of deck.md, and add `src=` with that name here.'
        : `Add \`src=${first}\`, a source of the front matter.`;
    const seen = new Set<string>();
    const used = new Set<string>();
    const alone = new Map<string, string>();
    for (const file of deck.files)
      for (const { kind, head, id } of file.blocks) {
        if (!isUnitKind(kind) || !head.readable) continue;
        if ((valueNamed(head.attributes, 'src') ?? '').trim() === '')
          report(file, { span: head.nameSpan, message: 'This block names no source.', hint });
        const written = valueNamed(head.attributes, 'src') ?? '';
        if (seen.has(written)) continue;
        seen.add(written);
        const named = wordsNamed(head.attributes, 'src');
        for (const name of named) used.add(name);
        if (named.every((name) => sources[name]?.tag === 'K'))
          for (const name of named) if (!alone.has(name)) alone.set(name, id?.value ?? kind);
      }
    tellSources(deck, used, alone, report);
  },
};

function tellSources(
  deck: DeckFacts,
  used: ReadonlySet<string>,
  alone: ReadonlyMap<string, string>,
  report: Report,
): void {
  if (deck.deckFile === null) return;
  for (const [name, source] of Object.entries(deck.info?.sources ?? {})) {
    const span = deck.spanInFrontMatter(['sources', name]);
    const unit = alone.get(name);
    if (used.has(name) && source.year === undefined)
      report(deck.deckFile, {
        span,
        message: `The source \`${name}\` has no year.`,
        hint: 'Add `year: 2019`: facts are read differently with the age of their source.',
      });
    if (unit !== undefined)
      report(
        deck.deckFile,
        {
          span,
          message: `\`${unit}\`, and perhaps others, rest on \`${name}\` alone, which has not been looked up (\`tag: K\`).`,
          hint: 'Read it and write `tag: V`, or add a source that was read.',
        },
        'warning',
      );
  }
}
