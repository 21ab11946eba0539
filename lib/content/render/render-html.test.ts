import fc from 'fast-check';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { describe, expect, test } from 'vitest';
import { buildItems } from '../blocks/build-items';
import { compileDeck } from '../compile-deck';
import { ALONE } from '../context';
import { deckOf, FRONT_MATTER, qa } from '../golden/deck-text';
import { parseMarkdown } from '../parse/markdown';
import { readDeck } from '../parse/read-deck';
import { renderHtml } from './render-html';
import { renderNotes } from './render-notes';

function rendered(markdown: string): string {
  const tree = parseMarkdown(markdown);
  return renderHtml(tree?.children ?? [], {
    source: markdown,
    deck: 'example',
    media: null,
    definitions: new Map(),
    face: null,
    heading: () => null,
  });
}

describe('HTML of plain Markdown', () => {
  const word = fc.constantFrom('tone', 'reflex', 'α & β', '<5', '"so"', 'ünit', '1', 'x*y', '😀');
  const inline = fc.oneof(
    word,
    word.map((text) => `**${text}**`),
    word.map((text) => `*${text}*`),
    word.map((text) => `~~${text}~~`),
    word.map((text) => `\`${text}\``),
    word.map((text) => `[${text}](https://example.org/a?b=c&d)`),
    fc.constant('a\\\nb'),
  );
  const line = fc.array(inline, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));
  const block = fc.oneof(
    line,
    line.map((text) => `## ${text.replaceAll('\n', ' ')}`),
    line.map((text) => `> ${text.replaceAll('\n', '\n> ')}`),
    fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((items) => items.map((item) => `- ${item.replaceAll('\n', ' ')}`).join('\n')),
    fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((items) => items.map((item, at) => `${at + 3}. ${item.replaceAll('\n', ' ')}`).join('\n\n')),
    fc.constant('| a | b |\n|:--|--:|\n| 1 | 2 |'),
    fc.constant('```js\nlet a = "<b>";\n```'),
    fc.constant('***'),
  );

  test('is that of the reference renderer behind its sanitiser', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
        const markdown = blocks.join('\n\n');
        expect(normal(rendered(markdown))).toBe(normal(reference(markdown)));
      }),
      { numRuns: 300 },
    );
  });
});

const SCHEMA: Schema = { ...defaultSchema, clobberPrefix: '' };

function reference(markdown: string): string {
  const tree = parseMarkdown(markdown) as Root;
  return toHtml(sanitize(toHast(tree), SCHEMA), { characterReferences: { useNamedReferences: true } });
}

/** Both without what we add (link relations, scopes, the box a table scrolls in) and without the reference's line ends between elements. */
function normal(html: string): string {
  return html
    .replace(/ (?:rel|scope)="[^"]*"/g, '')
    .replace(/<div class="table-box"[^>]*>(.*?)<\/div>/gs, '$1')
    .replace(/ (?:class="align-|align=")(\w+)"/g, ' $1')
    .replace(/&#x([0-9A-F]+);|&(\w+);/g, (_, hex: string | undefined, name: string) =>
      hex === undefined ? `&${name};` : String.fromCodePoint(Number.parseInt(hex, 16)),
    )
    .replace(
      /&(?:quot|gt|lt|amp);/g,
      (one) => ({ '&quot;': '"', '&gt;': '>', '&lt;': '<', '&amp;': '&' })[one] ?? one,
    )
    .replace(/\s*\n\s*/g, '');
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<a href="javascript:alert(1)" onclick="alert(1)">x</a>',
  '<style>@import "https://evil.example"</style>',
  '<base href="https://evil.example">',
  '<form id="main" name="cookie"><input name="attributes"></form>',
  '<!--><script>alert(1)</script>-->',
  '<!-- a --><script>alert(1)</script><!-- b -->',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&#10;script:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](\u0001javascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:msgbox(1))',
  '[x](//evil.example)',
  '[x](/\\evil.example)',
  '[x](https://ok.example/"onmouseover="alert(1))',
  '[x](https://ok.example "t\\" onmouseover=\\"alert(1)")',
  '<javascript:alert(1)>',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml,<svg/onload=alert(1)>)',
  '![x" onerror="alert(1)](media/a.svg)',
  '![x](media/a.svg "t\\" onerror=\\"alert(1)")',
  '![x](media/../../etc/passwd)',
  '![x](media/%2e%2e/a.svg)',
  '![x](media/a.svg?q="onerror=alert(1))',
  '```"><script>alert(1)</script>\nx\n```',
  '$$"><script>alert(1)</script>$$',
  '[^"><script>]\n\n[^"><script>]: <script>alert(1)</script>',
  '# <img src=x onerror=alert(1)>',
  '# x {#"><script>}',
  '| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |',
  ':x[<script>alert(1)</script>]{onclick="alert(1)"}',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
] as const;

describe('hostile Markdown', () => {
  test.each(HOSTILE)('is inert: %s', (markdown) => {
    expectInert(rendered(markdown));
  });

  test.each(HOSTILE)('is inert on a card, in an attribute and in the notes: %s', (markdown) => {
    const attribute = markdown.replaceAll(/["\\\n]/g, ' ');
    const { deck } = compileDeck(deckOf(qa('a', 'Q?', 'A', `dir=both back="${attribute}"`), markdown), ALONE);
    for (const card of deck?.cards ?? []) expectInert(card.frontHtml + card.backHtml);
    expectInert(deck?.notesHtml ?? '');
  });

  test.each(HOSTILE)('is inert in a dated note and in every part of a case: %s', (markdown) => {
    const note = `:::note{asOf=2025-10-01 src=adams}\n${markdown}\n\n:::\n\n::widget{name=facial-palsy-face}`;
    const line = markdown.replaceAll('\n', ' ');
    const vignette = `:::vignette{#v obj=L1 src=adams}\n${markdown}\n\n**Which ${line}?**\n\n- [ ] **A.** ${line}\n  > ${line}\n- [x] **B.** Horn\n\n**Key point:** ${line}\n\n---\n\n${markdown}\n\n:::`;
    const facts = readDeck(deckOf(note, vignette), ALONE);
    const notes = renderNotes(facts, 'example');
    expect(notes).toContain('data-widget');
    expectInert(notes);
    const items = facts.info === null ? [] : buildItems(facts, facts.info);
    expect(items).toHaveLength(1);
    for (const item of items)
      expectInert(
        [item.stemHtml, item.leadInHtml, item.keyPointHtml, item.extraHtml]
          .concat(item.options.flatMap(({ html, rationaleHtml }) => [html, rationaleHtml]))
          .join(''),
      );
  });
});

const TAG = /<\/?([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>/g;
const ATTRIBUTES = new Set([
  'href',
  'rel',
  'title',
  'class',
  'id',
  'scope',
  'start',
  'type',
  'disabled',
  'checked',
  'aria-label',
  'role',
  'tabindex',
  'display',
  'mathvariant',
  'stretchy',
  'datetime',
  'data-widget',
]);
const TAGS = new Set(
  'p strong em del sub sup code pre a ul ol li table thead tbody tr th td h2 h3 h4 h5 h6 blockquote hr br div span mark input aside time math mrow mi mn mo mtext'.split(
    ' ',
  ),
);

function expectInert(html: string): void {
  for (const [, tag = '', attributes = ''] of html.matchAll(TAG)) {
    expect(TAGS).toContain(tag);
    for (const [, name = '', value = ''] of attributes.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) {
      expect(ATTRIBUTES).toContain(name);
      if (name === 'href') expect(value).toMatch(/^(?:#[\w-]+$|https?:\/\/|mailto:|\/decks\/[a-z0-9-]+#)/i);
    }
  }
  expect(html.replace(TAG, ''), 'text outside known tags').not.toMatch(/[<>]/);
}

describe('the page of notes', () => {
  test('loses no word of what was written', () => {
    const { deck } = compileDeck(
      [{ path: 'deck.md', text: `${FRONT_MATTER}A <b>bold</b> word, :x[in **brackets**]{a=b}.` }],
      ALONE,
    );
    expect(deck?.notesHtml).toBe(
      '<p>A &lt;b&gt;bold&lt;/b&gt; word, :x[in <strong>brackets</strong>]{a=b}.</p>',
    );
  });

  test('leads outward links away without a trace, and inner ones to the deck', () => {
    const unit = qa('a', 'Q?', 'A');
    const { deck } = compileDeck(
      deckOf(unit, '[web](https://example.org) [unit](#a) [other](sma/types) <mailto:a@b.org>'),
      ALONE,
    );
    expect(deck?.notesHtml).toBe(
      '<p><a href="https://example.org" rel="noopener noreferrer nofollow">web</a> <a href="/decks/example#a">unit</a> <a href="/decks/sma#types">other</a> <a href="mailto:a@b.org" rel="noopener noreferrer nofollow">mailto:a@b.org</a></p>',
    );
  });

  test('gives no heading an anchor that a page or a script uses itself', () => {
    const { deck } = compileDeck(deckOf('## Main\n\n## Location\n\n## Größe & Maß'), ALONE);
    expect(deck?.sections.map(({ slug }) => slug)).toEqual([
      'main-section',
      'location-section',
      'grosse-mass',
    ]);
  });
});
