import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDeck } from './format-deck';
import { FRONT_MATTER, qa } from './golden/deck-text';

const deckText = (...blocks: readonly string[]) => `${FRONT_MATTER}${blocks.join('\n\n')}\n`;
const fileOf = (text: string) => [{ path: 'deck.md', text }];

function formatted(text: string) {
  const [file] = formatDeck(fileOf(text));
  return { text: file?.text ?? '', changes: file?.changes ?? [] };
}

/** What formatting makes of blocks behind the front matter. */
function bodyOf(...blocks: readonly string[]): string {
  return formatted(deckText(...blocks)).text.slice(FRONT_MATTER.length);
}

const nameless = (question: string, head = ':::qa{obj=L1 src=adams}') =>
  `${head}\n${question}\n\n---\n\nIt falls.\n:::`;

describe('a missing id', () => {
  test.each([
    { head: ':::qa{obj=L1 src=adams}', becomes: ':::qa{#which-tone obj=L1 src=adams}' },
    { head: ':::qa{ obj=L1 src=adams}', becomes: ':::qa{#which-tone obj=L1 src=adams}' },
    { head: ':::qa{# obj=L1 src=adams}', becomes: ':::qa{#which-tone obj=L1 src=adams}' },
    { head: ':::qa{}', becomes: ':::qa{#which-tone}' },
    { head: ':::qa', becomes: ':::qa{#which-tone}' },
    { head: ':::qa {obj=L1 src=adams}', becomes: ':::qa{#which-tone obj=L1 src=adams}' },
  ])('is minted in `$head` from the words of the question', ({ head, becomes }) => {
    expect(bodyOf(nameless('Which *tone*?', head))).toBe(`${nameless('Which *tone*?', becomes)}\n`);
  });

  test.each([
    ':::qa{obj=L1',
    ':::qa{obj="L1 src=adams}',
    ':::qa{!#a obj=L1}',
    ':::qa[#a]{obj=L1}',
    ':::qa{obj=L1} {#a}',
    ':::qa #a',
    ':::ga{obj=L1}',
  ])('is not minted in `%s`, which was not understood', (head) => {
    const text = deckText(nameless('Which tone?', head));
    expect(formatted(text)).toEqual({ text, changes: [] });
  });

  test('is not minted in a block that is not closed: its words may be those of the next', () => {
    const text = deckText(':::qa{obj=L1 src=adams}\nWhich tone?\n\n---\n\nLow.', qa('b', 'Q?', 'A'));
    expect(formatted(text).changes).toEqual([]);
  });

  test('is not put in the place of an id that cannot be one: its author knows what it should be', () => {
    const text = deckText(qa('LMN_tone', 'Which tone?', 'Low'));
    expect(formatted(text)).toEqual({ text, changes: [] });
  });

  test('takes as many words as tell it from the other units and sections', () => {
    const text = bodyOf(
      '## Which tone',
      nameless('Which tone?'),
      nameless('Which reflexes are lost in a lesion of the anterior horn?'),
      nameless('Which reflexes are lost in a lesion of the dorsal root?'),
      nameless('日本?'),
    );
    expect(text.match(/#[a-z0-9-]+(?= obj)/g)).toEqual([
      '#which-tone-it-falls',
      '#which-reflexes-are-lost-in-a-lesion-of-the-anterior-horn',
      '#which-reflexes-are-lost-in-a-lesion-of-the-dorsal-root',
      '#it-falls',
    ]);
  });

  test('is another for each of two units that are the same in every word', () => {
    const ids = bodyOf(nameless('Which tone?'), nameless('Which tone?')).match(/#[a-z0-9-]+(?= obj)/g) ?? [];
    expect(new Set(ids).size).toBe(2);
  });

  test('is another than any of the other files', () => {
    const [, second] = formatDeck([
      ...fileOf(deckText(qa('which-tone', 'Which tone?', 'Low'))),
      { path: 'more.md', text: `${nameless('Which tone?')}\n` },
    ]);
    expect(second?.changes).toEqual([{ kind: 'id', id: 'which-tone-it-falls' }]);
  });

  test('hangs on the words of its block, not on its place', () => {
    const questions = fc.uniqueArray(fc.stringMatching(/^([a-c]{1,9} ?){1,9}\?$/), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(questions, (asked) => {
        const idsBy = (order: readonly string[]) => {
          const texts = bodyOf(...order.map((question) => nameless(question))).split(/\n(?=:::qa)/);
          return new Map(
            order.map((question, index) => [question, /#[a-z0-9-]+/.exec(texts[index] ?? '')?.[0]]),
          );
        };
        const there = idsBy(asked);
        expect(idsBy([...asked].reverse())).toEqual(there);
        expect(new Set(there.values()).size).toBe(asked.length);
      }),
    );
  });
});

describe('parts of a block that have cards of their own', () => {
  const match = (stems: string) =>
    `:::match{#where obj=L1 src=adams}\n**For each, choose the site.**\n\n- **A.** Horn\n- **B.** Root\n\n${stems}\n:::`;
  const table = (rows: string) =>
    `:::table{#signs obj=L1 src=adams}\n| Sign | LMN |\n|---|---|\n${rows}\n\n:::`;
  const figure = (rows: string) =>
    `:::figure{#nerve obj=L1 src=adams}\n![Nerve](media/cn7.svg)\n\n| Mask | Label |\n|---|---|\n${rows}\n\n:::`;

  test.each([
    {
      what: 'stems of a match that name their key',
      before: match('1. Wasting of the hand. {key=A}\n2. Numb thumb.\n   {# key=B}'),
      after: match(
        '1. Wasting of the hand. {#wasting-of-the-hand key=A}\n2. Numb thumb.\n   {#numb-thumb key=B}',
      ),
    },
    {
      what: 'rows that no word names',
      before: table('| Tone | Low |\n| β {was=beta} | Receptor two |\n| + | Brisk |'),
      after: table('| Tone | Low |\n| β {#receptor-two was=beta} | Receptor two |\n| + {#brisk} | Brisk |'),
    },
    {
      what: 'boxes of a figure',
      before: figure(
        '| `12,30,8,6` | Pons |\n| `#temporal` | Temporal branch |\n| `1,2,3,4` {#mine} | Pons |',
      ),
      after: figure(
        '| `12,30,8,6` {#pons} | Pons |\n| `#temporal` | Temporal branch |\n| `1,2,3,4` {#mine} | Pons |',
      ),
    },
  ])('get ids from their words: $what', ({ before, after }) => {
    expect(bodyOf(before)).toBe(`${after}\n`);
  });

  test.each([
    match('1. Wasting.'),
    match('1. Wasting. {key=A !}'),
    table('| Tone | Low |\n| tone | High |'),
    table('| + {#a b} {c} | Low |'),
    table('| | Low |'),
  ])('get none where it is not clear what is meant: %j', (block) => {
    expect(formatted(deckText(block)).changes).toEqual([]);
  });
});

describe('a tidied file', () => {
  test('has empty lines around each `---` that divides a unit', () => {
    expect(bodyOf(':::qa{#a obj=L1 src=adams}\nQ?\n---\nA\n---\nmore\n:::')).toBe(
      ':::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\nA\n\n---\n\nmore\n:::\n',
    );
  });

  test.each(['Q?\n--\nA', 'Q\n===\n\n---\n\nA', 'Q?\n\n***\nA', 'Q?\n\n- - -\n\nA'])(
    'keeps %j, which divides nothing or has its empty lines',
    (content) => {
      const text = deckText(`:::qa{#a obj=L1 src=adams}\n${content}\n:::`);
      expect(formatted(text).text).toBe(text);
    },
  );

  test('keeps a heading of the notes that is underlined', () => {
    const text = deckText('Tone\n---\nIt falls.');
    expect(formatted(text).text).toBe(text);
  });

  test('has an empty line between a table and the colons under it', () => {
    const table = '| A |\n|---|\n| b |';
    expect(bodyOf(`:::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\n${table}\n:::`)).toBe(
      `:::qa{#a obj=L1 src=adams}\nQ?\n\n---\n\n${table}\n\n:::\n`,
    );
  });

  test.each([
    { what: 'no-break spaces', before: '5\u00a0mg of\u202fit', after: '5 mg of it' },
    { what: 'zero-width characters', before: 'flac\u200bcid\u2060', after: 'flaccid' },
    { what: 'both beside blanks', before: 'a \u00a0\u200b b', after: 'a b' },
    { what: 'several blanks between words', before: 'a  b   **c**  d', after: 'a b **c** d' },
    {
      what: 'a no-break space in what a picture shows',
      before: '![a\u00a0b](media/c.svg)',
      after: '![a b](media/c.svg)',
    },
    { what: 'no-break spaces that indent', before: 'a\n\u00a0\u00a0b', after: 'a\nb' },
    { what: 'a no-break space behind a marker', before: '-\u00a0a\n-\u00a0b', after: '- a\n- b' },
  ])('has one blank or none in the place of $what', ({ before, after }) => {
    expect(bodyOf(before)).toBe(`${after}\n`);
  });

  test.each([
    'two blanks at the end  \nof a line',
    '-   a list\n\n    in depth',
    '| a     | b |\n|-------|---|\n| c     | d |',
    '`a  b\u00a0c`',
    '```\na  b\u00a0c\n```',
    '$$a  b$$',
    '<!-- a  b\u00a0c -->',
    '[a](media/b\u00a0c.png) ![d](media/e\u00a0f.svg)',
    '>  quoted\n>  twice',
    '👩\u200d⚕️',
  ])('keeps the blanks of %j, where they mean something', (body) => {
    const text = deckText(body);
    expect(formatted(text).text).toBe(text);
  });

  test('ends its last line, as its other lines end', () => {
    expect(formatted('a').text).toBe('a\n');
    expect(formatted('a\r\nb').text).toBe('a\r\nb\r\n');
    expect(formatted('a\rb').text).toBe('a\rb\r');
    expect(formatted('').text).toBe('');
  });

  test('keeps its byte-order mark and its line ends', () => {
    const text = `\ufeff${deckText(':::qa {obj=L1 src=adams}\nWhich tone?\n---\n| A |\n|---|\n| b |\n:::')}`;
    const mended = `\ufeff${deckText(':::qa{#which-tone obj=L1 src=adams}\nWhich tone?\n\n---\n\n| A |\n|---|\n| b |\n\n:::')}`;
    expect(formatted(text).text).toBe(mended);
    expect(formatted(text.replaceAll('\n', '\r\n')).text).toBe(mended.replaceAll('\n', '\r\n'));
  });

  test('says everything that was done to it', () => {
    expect(formatted(`${FRONT_MATTER}:::qa {obj=L1  src=adams}\nTone \u00a0?\n---\nA\n:::`).changes).toEqual([
      { kind: 'head' },
      { kind: 'blanks' },
      { kind: 'empty-line' },
      { kind: 'empty-line' },
      { kind: 'last-line' },
      { kind: 'id', id: 'tone' },
    ]);
  });
});
