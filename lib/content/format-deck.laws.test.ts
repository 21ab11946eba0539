import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileDeck } from './compile-deck';
import { ALONE } from './context';
import { formatDeck } from './format-deck';
import { authoredText } from './golden/authored-text';
import { cloze, FRONT_MATTER, qa } from './golden/deck-text';
import { isId } from './identity';

const deckText = (...blocks: readonly string[]) => `${FRONT_MATTER}${blocks.join('\n\n')}\n`;
const fileOf = (text: string) => [{ path: 'deck.md', text }];

function formatted(text: string) {
  const [file] = formatDeck(fileOf(text));
  return { text: file?.text ?? '', changes: file?.changes ?? [] };
}

const nameless = (question: string, head = ':::qa{obj=L1 src=adams}') =>
  `${head}\n${question}\n\n---\n\nIt falls.\n:::`;

/** What an author may leave: pieces in any order, a sound deck with a stretch lost, and blanks from elsewhere. */
const sound = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        nameless('Which tone?'),
        nameless('Which reflex?', ':::qa'),
        '## Tone',
        'Some *prose*.',
      ),
      fc.nat(99).map((number) => cloze(`cloze-${number}`, 'Tone is :c1[low], reflexes :c2[absent].')),
      fc.constantFrom(
        ':::match{obj=L1 src=adams}\n**Choose.**\n\n- **A.** Horn\n- **B.** Root\n\n1. Wasting. {key=A}\n2. Numb. {key=B}\n:::',
        ':::vignette{obj=L1 src=adams}\nA girl limps.\n\n**Which?**\n\n- [ ] **A.** Horn\n- [x] **B.** Root\n:::',
        ':::table{obj=L1 src=adams}\n| Sign | + |\n|---|---|\n| β | Low |\n| + | High |\n:::',
        ':::figure{obj=L1 src=adams}\n![Nerve](media/cn7.svg)\n\n| Mask | Label |\n|---|---|\n| `1,2,3,4` | Pons |\n:::',
      ),
      fc.nat(99).map((number) => qa(`qa-${number}`, 'Tone?', '| A |\n|---|\n| b |', 'dir=both')),
    ),
    { maxLength: 8 },
  )
  .map((blocks) => deckText(...blocks));
const damaged = fc
  .tuple(sound, fc.nat(), fc.nat(40), fc.constantFrom('', ' ', '\u00a0', '\n', '{', ':'))
  .map(
    ([text, at, length, put]) =>
      text.slice(0, at % text.length) + put + text.slice((at % text.length) + length),
  );
const pasted = fc
  .array(
    fc.oneof(authoredText, fc.constantFrom('\u00a0', '\u200b', '  ', ' \u00a0 ', '\ufeff', '\u00a0\n')),
    {
      maxLength: 6,
    },
  )
  .map((texts) => texts.join(''));
const anyText = fc
  .tuple(
    fc.oneof(
      sound,
      damaged,
      pasted,
      pasted.map((text) => FRONT_MATTER + text),
    ),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([text, lineEnd]) => (lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd)));

const BLANKS = /[\s\u200b\u2060\ufeff]/g;

describe('formatting, whatever the text', () => {
  test('is settled: doing it again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 3 }), (texts) => {
        const once = formatDeck(
          texts.map((text, index) => ({ path: index === 0 ? 'deck.md' : `${index}.md`, text })),
        );
        const twice = formatDeck(once.map(({ path, text }) => ({ path, text })));
        expect(twice.flatMap(({ changes }) => changes)).toEqual([]);
        expect(twice.map(({ text }) => text)).toEqual(once.map(({ text }) => text));
      }),
      { numRuns: 200 },
    );
  });

  test('keeps every sign of the author and adds none but those of the minted ids', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: after, changes } = formatted(text);
        let rest = after.replace(BLANKS, '');
        const minted = changes.flatMap((change) => (change.kind === 'id' ? [change.id] : []));
        for (const id of minted) rest = rest.replace(new RegExp(`\\{#${id}\\}(?!\\})|#${id}`), '');
        const before = text.replace(BLANKS, '');
        if (minted.length === 0) expect(rest).toBe(before);
        expect(rest.replace(/[{}#]/g, '')).toBe(before.replace(/[{}#]/g, ''));
      }),
      { numRuns: 200 },
    );
  });

  test('says that it changed something exactly where it did', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: after, changes } = formatted(text);
        expect(changes.length > 0).toBe(after !== text);
      }),
      { numRuns: 200 },
    );
  });

  test('leaves every card of a deck that compiles as it is, and brings no problem', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const before = compileDeck(fileOf(text), ALONE);
        const { text: after, changes } = formatted(text);
        if (before.deck === null || changes.some(({ kind }) => kind === 'blanks')) return;
        const again = compileDeck(fileOf(after), ALONE);
        // HTML that is never closed is shown to the end of the file, line end included.
        const notesHtml = again.deck?.notesHtml.trimEnd();
        expect({ ...again.deck, notesHtml }).toEqual({
          ...before.deck,
          notesHtml: before.deck.notesHtml.trimEnd(),
        });
        expect(again.diagnostics.map(({ ruleId }) => ruleId)).toEqual(
          before.diagnostics.map(({ ruleId }) => ruleId),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('leaves no unit without an id that could have one, and mints none that is taken or no id', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: after, changes } = formatted(text);
        const minted = changes.flatMap((change) => (change.kind === 'id' ? [change.id] : []));
        expect(minted.filter((id) => !isId(id))).toEqual([]);
        const { diagnostics } = compileDeck(fileOf(after), ALONE);
        const taken = diagnostics
          .filter(({ ruleId }) => /^S(06|11)/.test(ruleId))
          .map(({ message }) => message);
        for (const id of minted) expect(taken.filter((message) => message.includes(`\`${id}\``))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
