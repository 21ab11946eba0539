import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  ANSWER_ATTRIBUTES,
  BLOCK_KINDS,
  DELETION_ATTRIBUTES,
  HEADING_ATTRIBUTES,
  NAME_ATTRIBUTES,
  OPTION_ATTRIBUTES,
  STEM_ATTRIBUTES,
  WIDGET_ATTRIBUTES,
} from './blocks/block-kinds';
import { compileDeck } from './compile-deck';
import { ALONE } from './context';
import { describeDeck } from './golden/describe-deck';
import { SAMPLE_MEDIA } from './golden/sample-media';
import { DeckFrontMatter } from './parse/front-matter-schema';

const PAGE = join(import.meta.dirname, '../../docs/content-format.md');
const page = readFileSync(PAGE, 'utf8');

// To write what the examples compile to into the page: npx vitest run lib/content/content-format-page.test.ts -u
test('the page of the format shows what its examples compile to', async () => {
  let frontMatter = '';
  const shown = page.replace(EXAMPLE, (_, example: string, between: string) => {
    frontMatter = FRONT_MATTER.exec(example)?.[0] ?? frontMatter;
    return `\`\`\`\`md\n${example}\`\`\`\`\n${between}\`\`\`text\n${compiled(example, frontMatter)}\`\`\`\n`;
  });
  await expect(shown).toMatchFileSnapshot(PAGE);
});

test('every example is followed by what it compiles to', () => {
  expect(page.match(EXAMPLE)).toHaveLength(page.match(/^````md$/gm)?.length ?? 0);
});

test('the page names every block, every attribute and every key of the front matter', () => {
  const tables = [
    ...Object.values(BLOCK_KINDS),
    ANSWER_ATTRIBUTES,
    DELETION_ATTRIBUTES,
    HEADING_ATTRIBUTES,
    NAME_ATTRIBUTES,
    OPTION_ATTRIBUTES,
    STEM_ATTRIBUTES,
    WIDGET_ATTRIBUTES,
  ];
  const attributes = tables.flatMap((table) => Object.keys(table));
  for (const kind of Object.keys(BLOCK_KINDS)) expect(page).toContain(`:::${kind}{`);
  for (const name of attributes.filter((attribute) => attribute !== 'id'))
    expect(page).toContain(`\`${name}`);
  for (const key of Object.keys(DeckFrontMatter.shape)) expect(page).toContain(`\`${key}`);
});

/** An example in four backticks, and the result under it. */
const EXAMPLE = /^````md\n([\s\S]*?)^````\n([^`]*?)^```text\n[\s\S]*?^```\n/gm;
const FRONT_MATTER = /^---\n[\s\S]*?\n---\n/;

/** An example without front matter is a file of the deck whose front matter was shown last. */
function compiled(example: string, frontMatter: string): string {
  const files = FRONT_MATTER.test(example)
    ? [{ path: 'deck.md', text: example }]
    : [
        { path: 'deck.md', text: frontMatter },
        { path: 'example.md', text: example },
      ];
  const told = describeDeck(compileDeck(files, { ...ALONE, media: SAMPLE_MEDIA }));
  return told === '' ? 'nothing\n' : `${told}\n`;
}
