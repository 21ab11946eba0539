import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { markdownToMdast } from 'satteri';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { childrenOf, endOf, parseMarkdown, startOf } from './markdown';
import { prepareSource } from './prepare-source';
import { walk } from './walk';

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);

describe('the parser', () => {
  const word = fc.constantFrom(
    'tone',
    'LMN',
    '10:30',
    'HLA:DR3',
    '😀',
    'größer',
    '1:100',
    'a_b',
    '(x)',
    '<5',
    '&amp;',
    'C5–T1',
  );
  const inline = fc.oneof(
    { weight: 4, arbitrary: word },
    word.map((text) => `**${text}**`),
    word.map((text) => `*${text}*`),
    word.map((text) => `\`${text}\``),
    word.map((text) => `[${text.replace(/[^a-z]/g, 'x')}](#unit)`),
    word.map((text) => `:c1[${text}]`),
    word.map((text) => `:c2[${text} :c3[low]]{hint="x y"}`),
  );
  const line = fc.array(inline, { minLength: 1, maxLength: 6 }).map((parts) => `Q ${parts.join(' ')}`);
  const table = fc.array(word, { minLength: 1, maxLength: 3 }).map((cells) => {
    const row = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
    return [row(cells), row(cells.map(() => '---')), row(cells)].join('\n');
  });
  const list = fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((items) => items.map((item) => `- ${item}`).join('\n'));
  const options = fc
    .array(fc.tuple(fc.constantFrom(' ', 'x', 'X'), line), { minLength: 2, maxLength: 4 })
    .map((written) =>
      written.map(([mark, text]) => `- [${mark}] **A.** ${text} {pin}\n  > ${text}`).join('\n'),
    );
  const stems = fc
    .array(line, { minLength: 1, maxLength: 3 })
    .map((written) => written.map((text, at) => `${at + 1}. ${text} {#a key=B}\n   > ${text}`).join('\n'));
  const content = fc.oneof(
    { weight: 3, arbitrary: line },
    options,
    stems,
    table,
    list,
    line.map((text) => `> ${text}`),
    line.map((text) => `## ${text}`),
  );
  const part = fc.array(content, { minLength: 1, maxLength: 3 }).map((blocks) => blocks.join('\n\n'));
  const unit = fc
    .tuple(
      fc.constantFrom('qa', 'cloze', 'vignette', 'match'),
      fc.nat(999),
      fc.array(part, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('\n', '\n\n'),
    )
    .map(
      ([kind, number, parts, gap]) =>
        `:::${kind}{#unit-${number} obj=L1 tags="a b"}\n${parts.join('\n\n---\n\n')}${gap}:::`,
    );
  const deck = fc.array(fc.oneof({ weight: 3, arbitrary: unit }, content), { minLength: 1, maxLength: 6 });

  test('gives the tree and the places of remark on what the format is made of', () => {
    fc.assert(
      fc.property(deck, fc.constantFrom('\n', '\r\n'), (blocks, lineEnd) => {
        const { parserText } = prepareSource(blocks.join('\n\n').replaceAll('\n', lineEnd));
        const own = parseMarkdown(parserText);
        expect(own === null ? null : outline(own)).toEqual(outline(remark.parse(parserText)));
      }),
      { numRuns: 300 },
    );
  });
});

const EVERY_KIND = `# One {#a}

Two
===

Text *em* **strong** ~~gone~~ \`code\` :c1[a :c2[b]]{hint="h"} 10:30 line\\
end <b>raw</b> $$x^2$$ [a](#b "t") ![p](media/a.svg "t") ![q](media/b.svg) [r] [r][] [s][r] ![r] ![u][r] note[^1] again[^1] https://example.org/x and a@example.org

[r]: https://example.org "title"

[^1]: A **note**

    of two paragraphs.

> quoted
>
> 3. three
> 4. four

- [ ] open
- [x] done
- plain

| a | b | c |
|:--|--:|---|
| 1 | 😀 | \`x\` |

\`\`\`js meta
let a;
\`\`\`

    indented

$$
a + b
$$

<div>
html
</div>

***

::widget{name=x}

:::qa{#a obj=L1}
Q?

---

A
:::
`;

describe('the tree', () => {
  test.each(['\n', '\r\n'])('is the one that the parser itself builds, but for attributes', (lineEnd) => {
    const text = EVERY_KIND.replaceAll('\n', lineEnd);
    const features = {
      gfm: true,
      directive: true,
      math: { singleDollarTextMath: false },
      frontmatter: false,
    };
    const theirs = markdownToMdast(text, { features });
    walk([theirs], (node) => {
      const { startOffset, endOffset } = { startOffset: startOf(node), endOffset: endOf(node) };
      Object.assign(node, { startOffset, endOffset });
      delete node.position;
      if ('attributes' in node) delete node.attributes;
    });
    expect(parseMarkdown(text)).toEqual(theirs);
    const kinds = new Set<string>();
    walk([theirs], ({ type }) => kinds.add(type));
    expect(kinds.size, 'every kind there is').toBe(30);
  });
});

type Outline = readonly [type: string, places: string, says: unknown, children: readonly Outline[]];

function outline(node: Nodes): Outline {
  const places = `${startOfWords(node)}-${endOf(node)}`;
  return [node.type, places, saysOf(node), childrenOf(node).map(outline)];
}

/** The paragraph of a task begins behind its box here, at the box in remark: the place of its first word is compared. */
function startOfWords(node: Nodes) {
  const [first] = node.type === 'paragraph' ? node.children : [];
  return startOf(first ?? node);
}

function saysOf(node: Nodes): unknown {
  const { name, value, depth, url, ordered, checked } = node as unknown as Readonly<Record<string, unknown>>;
  return [name, value, depth, url, ordered, checked];
}
