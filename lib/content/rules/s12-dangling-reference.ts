import { wordsIn } from '../blocks/block-kinds';
import { slugOf } from '../identity';
import type { Attribute } from '../parse/attributes';
import type { DeckFacts, FileFacts } from '../parse/facts';
import { spanOf } from '../parse/markdown';
import { nearest } from '../parse/nearest';
import type { Problem, Span } from '../parse/span';
import { linkTarget, mediaName } from '../render/addresses';
import type { Report, Rule } from './rule';

/** Objectives, sources, units, sections, groups and pictures that are referred to exist; other addresses lead somewhere. */
export const danglingReference: Rule = {
  id: 'S12-dangling-reference',
  severity: 'error',
  summary: 'Refer only to objectives, sources, units, sections, groups and pictures that there are.',
  why: 'A learner would follow a link to nothing or see a gap instead of a picture, and a fact would seem sourced that is not.',
  ok: [
    ':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::\n\nSee [it](#a), [another deck](facial-palsy/fac-site) and [the web](https://example.org).',
    '## Tone\n\nSee [above](#tone). ![Nerve](media/cn7.svg)',
  ],
  notOk: [
    ':::qa{#a obj=L9 src=adams}\nQ?\n\n---\n\nA\n:::',
    ':::qa{#a obj=L1 src=adam}\nQ?\n\n---\n\nA\n:::',
    'See [nothing](#nothing).',
    'See [own deck](example/nothing).',
    'See [this](javascript:alert(1)).',
    'See [that][x].\n\n[x]: data:text/html,hello',
    '![Nerve](https://example.org/cn7.svg)',
    '![Nerve](media/../secret.svg)',
    '---\ndeck: example\ntitle: Example\ngroups:\n  site: { concept: Where, confusable: [nowhere] }\n---\n',
  ],
  check(deck, report) {
    for (const file of deck.files) {
      if (deck.info !== null)
        for (const block of file.blocks) {
          checkNames(file, block.head.attributes, 'obj', deck.info.objectives ?? {}, 'objective', report);
          checkNames(file, block.head.attributes, 'src', deck.info.sources ?? {}, 'source', report);
        }
      for (const node of file.links) {
        const url = node.type === 'link' ? node.url : (file.definitions.get(node.identifier) ?? '');
        const problem = linkProblem(deck, url, spanOf(node));
        if (problem !== null) report(file, problem);
      }
      for (const node of file.images) {
        const url = node.type === 'image' ? node.url : (file.definitions.get(node.identifier) ?? '');
        if (mediaName(url) === null) report(file, imageProblem(url, spanOf(node)));
      }
    }
    checkGroups(deck, report);
  },
};

function checkNames(
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
function spanOfWord(file: FileFacts, { valueSpan }: Attribute, word: string): Span {
  const written = file.source.text.slice(valueSpan.start, valueSpan.end);
  const words = [...written.matchAll(/[^\s,]+/g)];
  const at = words.find((match) => match[0] === word)?.index;
  return at === undefined
    ? valueSpan
    : { start: valueSpan.start + at, end: valueSpan.start + at + word.length };
}

function linkProblem(deck: DeckFacts, url: string, span: Span): Problem | null {
  const target = linkTarget(url);
  if (target.kind === 'refused')
    return {
      span,
      message: `The address \`${url.slice(0, 80)}\` leads nowhere.`,
      hint: 'Links go to `#unit`, `deck/unit`, `media/file`, or an http, https or mailto address.',
    };
  if (target.kind !== 'anchor' || (target.deck !== null && target.deck !== deck.info?.deck)) return null;
  if (deck.anchors.has(target.anchor)) return null;
  const close = nearest(target.anchor, deck.anchors);
  return {
    span,
    message: `Nothing in this deck is called \`${target.anchor}\`.`,
    hint:
      close === null ? 'Link the id of a unit or the anchor of a heading.' : `Did you mean \`#${close}\`?`,
  };
}

function imageProblem(url: string, span: Span): Problem {
  const file = url.slice(url.lastIndexOf('/') + 1);
  const dot = file.lastIndexOf('.');
  const stem = slugOf(dot < 0 ? file : file.slice(0, dot), 40) || 'picture';
  const name = `${stem}${
    dot < 0
      ? '.svg'
      : file
          .slice(dot)
          .replace(/[^\w.-]/g, '')
          .toLowerCase()
          .slice(0, 12)
  }`;
  return {
    span,
    message: `The picture \`${url.slice(0, 80)}\` is not in the deck's media folder.`,
    hint: `Put it there under a plain name and write \`media/${name}\`.`,
  };
}

function checkGroups(deck: DeckFacts, report: Report): void {
  const groups = deck.info?.groups ?? {};
  for (const [name, { confusable = [] }] of Object.entries(groups))
    for (const [index, other] of confusable.entries()) {
      if (Object.hasOwn(groups, other) || deck.deckFile === null) continue;
      const close = nearest(other, Object.keys(groups));
      report(deck.deckFile, {
        span: deck.spanInFrontMatter(['groups', name, 'confusable', index]),
        message: `There is no group \`${other}\`.`,
        hint: close === null ? 'Add it to `groups:`.' : `Did you mean \`${close}\`?`,
      });
    }
}
