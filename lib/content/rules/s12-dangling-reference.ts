import { nearest } from '@/lib/base/nearest';
import { claimsNamed } from '../blocks/claims-named';
import type { CompileContext } from '../context';
import { slugOf } from '../identity';
import { addressOf } from '../parse/address-of';
import type { DeckFacts, FileFacts } from '../parse/facts';
import { spanOf } from '../parse/markdown';
import type { Widget } from '../parse/read-widget';
import type { Problem, Span } from '../parse/span';
import { linkTarget, mediaAddress } from '../render/addresses';
import { WIDGETS } from '../widgets';
import { reportCells } from './cell-problems';
import { checkItems } from './check-items';
import { checkNames, namedIn } from './check-names';
import { mediaProblem, reportMissingParts } from './dangling-media';
import type { Report, Rule } from './rule';

/**
 * Whatever is referred to by name exists, and other addresses lead somewhere. Claims and what other decks hold are
 * judged where they are known.
 */
export const danglingReference: Rule = {
  id: 'S12-dangling-reference',
  severity: 'error',
  summary:
    'Refer only to objectives, sources, claims, units, sections, groups, options, widgets and pictures that there are.',
  why: 'A learner would follow a link to nothing or see a gap instead of a picture, and a fact would seem sourced that is not.',
  ok: [
    ':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n:::\n\nSee [it](#a), [another deck](facial-palsy/fac-site) and [the web](https://example.org).',
    '## Tone\n\nSee [above](#tone). ![Nerve](media/cn7.svg)',
    '---\ndeck: example\ntitle: Example\nobjectives:\n  L1: { text: Name }\nsources:\n  adams: { title: Adams }\ngroups:\n  site: { concept: Where }\n---\n\n:::vignette{#a group=site obj=L1 src=adams links="a example/a facial-palsy/fac-site"}\nA girl.\n\n**Which?**\n\n- [ ] **A.** Root {confusable=site}\n:::',
    '::widget{name=facial-nerve-course}',
    '![The temporal branch](media/cn7.svg#temporal)',
    'See [a face](media/face.png).',
  ],
  notOk: [
    ':::qa{#a obj=L9 src=adams}\nQ?\n\n---\n\nA\n:::',
    ':::qa{#a obj=L1 src=adam}\nQ?\n\n---\n\nA\n:::',
    ':::qa{#a obj=L1 src=adams claims=C99}\nQ?\n\n---\n\nA\n:::',
    'See [another deck](facial-palsy/nothing) and [a deck](nowhere/fac-site).',
    'See [nothing](#nothing).',
    'See [own deck](example/nothing).',
    'See [this](javascript:alert(1)).',
    'See [that][x].\n\n[x]: data:text/html,hello',
    '![Nerve](https://example.org/cn7.svg)',
    '![Nerve](media/../secret.svg)',
    '![Nerve](media/cn8.svg)',
    '![Nerve](media/cn7.svg#buccal)',
    'See [the nerve](media/cn7.svg).',
    ':::figure{#a obj=L1 src=adams}\n![Nerve](media/cn7.svg)\n\n| Mask | Label |\n|---|---|\n| `#temporl` | Temporal |\n:::',
    ':::table{#a key=sing obj=L1 src=adams}\n| Sign | LMN |\n|---|---|\n| Tone | Low |\n:::',
    '---\ndeck: example\ntitle: Example\ngroups:\n  site: { concept: Where, confusable: [nowhere] }\n---\n',
    ':::vignette{#a group=site obj=L1 src=adams}\nA girl.\n:::',
    ':::vignette{#a obj=L1 src=adams links=tone}\nA girl.\n:::',
    ':::vignette{#a obj=L1 src=adams links=example/tone}\nA girl.\n:::',
    ':::vignette{#a obj=L1 src=adams}\nA girl.\n\n**Which?**\n\n- [ ] **A.** Root {confusable=site}\n:::',
    ':::match{#a obj=L1 src=adams}\n**For each, choose.**\n\n- **A.** Root\n\n1. One. {#x key=B}\n:::',
    ':::match{#a obj=L1 src=adams}\n**For each, choose.**\n\n- **A.** Root\n\n1. One. {#x key=A obj=L9}\n:::',
    ':::note{asOf=2025-10-01 src=adam}\nTwo countries.\n:::',
    '::widget{name=facial-palsy}',
  ],
  check(deck, report) {
    for (const file of deck.files) {
      if (deck.info !== null)
        for (const block of file.blocks) {
          checkNames(file, block.head.attributes, 'obj', deck.info.objectives ?? {}, 'objective', report);
          checkNames(file, block.head.attributes, 'src', deck.info.sources ?? {}, 'source', report);
        }
      checkClaims(deck, file, report);
      checkItems(deck, file, report);
      for (const widget of file.widgets) {
        const problem = widgetProblem(widget);
        if (problem !== null) report(file, problem);
      }
      for (const node of file.links) {
        const url = addressOf(file, node);
        const problem = linkProblem(deck, url, spanOf(node)) ?? mediaProblem(deck, url, spanOf(node), 'link');
        if (problem !== null) report(file, problem);
      }
      for (const node of file.images) {
        const url = addressOf(file, node);
        const span = spanOf(node);
        const problem =
          mediaAddress(url) === null ? imageProblem(url, span) : mediaProblem(deck, url, span, 'picture');
        if (problem !== null) report(file, problem);
      }
    }
    reportMissingParts(deck, report);
    reportCells(deck, 'S12', report);
    checkGroups(deck, report);
  },
};

function checkClaims(deck: DeckFacts, file: FileFacts, report: Report): void {
  const { claims } = deck.context;
  if (claims === null) return;
  for (const attribute of claimsNamed(file))
    for (const { word, span } of namedIn(file, attribute)) {
      if (claims.has(word)) continue;
      const close = nearest(word, claims.keys());
      report(file, {
        span,
        message: `There is no claim \`${word}\`.`,
        hint: close === null ? 'Add it to claims.yaml.' : `Did you mean \`${close}\`?`,
      });
    }
}

function widgetProblem({ attributes }: Widget): Problem | null {
  const name = attributes.find((attribute) => attribute.name === 'name');
  if (name === undefined || name.value.trim() === '' || Object.hasOwn(WIDGETS, name.value)) return null;
  const known = Object.keys(WIDGETS);
  const close = nearest(name.value, known);
  return {
    span: name.valueSpan,
    message: `There is no widget \`${name.value.slice(0, 60)}\`.`,
    hint: close === null ? `There are: ${known.join(', ')}.` : `Did you mean \`${close}\`?`,
  };
}

function linkProblem(deck: DeckFacts, url: string, span: Span): Problem | null {
  const target = linkTarget(url);
  if (target.kind === 'refused')
    return {
      span,
      message: `The address \`${url.slice(0, 80)}\` leads nowhere.`,
      hint: 'Links go to `#unit`, `deck/unit`, `media/file`, or an http, https or mailto address.',
    };
  if (target.kind !== 'anchor') return null;
  if (target.deck !== null && target.deck !== deck.info?.deck)
    return neighbourProblem(deck.context.anchors, target.deck, target.anchor, span);
  if (deck.anchors.has(target.anchor)) return null;
  const close = nearest(target.anchor, deck.anchors);
  return {
    span,
    message: `Nothing in this deck is called \`${target.anchor}\`.`,
    hint:
      close === null ? 'Link the id of a unit or the anchor of a heading.' : `Did you mean \`#${close}\`?`,
  };
}

/** A link into another deck; nothing is wrong with it where the other decks are not known. */
function neighbourProblem(
  anchors: CompileContext['anchors'],
  slug: string,
  anchor: string,
  span: Span,
): Problem | null {
  const known = anchors?.get(slug);
  if (anchors === null || known?.has(anchor) === true) return null;
  if (known === undefined) {
    const close = nearest(slug, anchors.keys());
    const hint =
      close === null ? 'Decks are named by `deck:` in their front matter.' : `Did you mean \`${close}\`?`;
    return { span, message: `There is no deck \`${slug}\`.`, hint };
  }
  const close = nearest(anchor, known);
  const hint =
    close === null
      ? 'Link the id of a unit or the anchor of a heading there.'
      : `Did you mean \`${slug}/${close}\`?`;
  return { span, message: `Nothing in the deck \`${slug}\` is called \`${anchor}\`.`, hint };
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
