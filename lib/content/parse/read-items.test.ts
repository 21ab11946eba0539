import { describe, expect, test } from 'vitest';
import { ALONE } from '../context';
import { FRONT_MATTER } from '../golden/deck-text';
import { plainText } from '../render/plain-text';
import type { FileFacts } from './facts';
import { readDeck } from './read-deck';

function read(block: string): FileFacts {
  const [file] = readDeck([{ path: 'deck.md', text: FRONT_MATTER + block }], ALONE).files;
  if (file === undefined) throw new Error('no file');
  return file;
}

/** What was read, as an author would put it on a slip of paper. */
function outline(block: string) {
  const file = read(block);
  const [set] = file.itemSets;
  return {
    problems: set?.problems.map(({ span, message }) => `${written(file, span)} | ${message}`) ?? [],
    leadIn: set?.leadIn?.text ?? null,
    options:
      set?.options.map(({ letter, checked, text, rationale, attributes }) =>
        [
          `${checked === null ? '' : checked ? '[x] ' : '[ ] '}${letter}. ${text}`,
          `${plainText(rationale)}`,
          ...attributes.map(({ name, value }) => `${name}=${value}`),
        ].join(' | '),
      ) ?? [],
    items:
      set?.items.map(({ id, keys, stem, rationale }) =>
        [id?.value ?? '', keys.join(' '), plainText(stem), plainText(rationale)].join(' | '),
      ) ?? [],
    keyPoint: set?.keyPoint === null || set === undefined ? null : plainText(set.keyPoint),
    extra: set?.extra === null || set === undefined ? null : plainText(set.extra),
  };
}

function written(file: FileFacts, span: Readonly<{ start: number; end: number }>): string {
  return JSON.stringify(file.source.text.slice(span.start, span.end));
}

const vignette = (body: string) => `:::vignette{#polio-01 obj=L1 src=adams}\n${body}\n:::`;
const match = (body: string) => `:::match{#where obj=L1 src=adams}\n${body}\n:::`;

const WELL_WRITTEN = vignette(`A girl of four drags a leg.

- no fever
- no rash

| Test | Result | Reference |
|------|--------|-----------|
| CSF white cells | 85 /mm³ | 0–5 |

**Which structure is damaged?**

- [ ] **A.** Dorsal root ganglion
  > Sensation would be *impaired*.
- [x] **B.** Anterior horn cell {claims="C10 C11" clues="areflexia at 10:30"}
  > Pure motor.
  >
  > And areflexic.
- [ ] **C.** Peripheral myelin {confusable=gbs pin}
  > Symmetric.

**Key point:** The horn is *motor*.

A second paragraph.

---

Extra.`);

describe('a vignette', () => {
  test('is read with its parts', () => {
    expect(outline(WELL_WRITTEN)).toMatchInlineSnapshot(`
      {
        "extra": "Extra.",
        "items": [
          " | B | A girl of four drags a leg. no fever no rash Test Result Reference CSF white cells 85 /mm³ 0–5 | ",
        ],
        "keyPoint": "The horn is motor. A second paragraph.",
        "leadIn": "Which structure is damaged?",
        "options": [
          "[ ] A. Dorsal root ganglion | Sensation would be impaired.",
          "[x] B. Anterior horn cell | Pure motor. And areflexic. | claims=C10 C11 | clues=areflexia at 10:30",
          "[ ] C. Peripheral myelin | Symmetric. | confusable=gbs | pin=",
        ],
        "problems": [],
      }
    `);
  });

  test('reads the same with carriage returns', () => {
    expect(outline(WELL_WRITTEN.replaceAll('\n', '\r\n'))).toEqual(outline(WELL_WRITTEN));
  });

  test.each([
    { what: 'stars', text: WELL_WRITTEN.replaceAll('- [', '* [') },
    { what: 'plus signs', text: WELL_WRITTEN.replaceAll('- [', '+ [') },
    { what: 'a capital in the box', text: WELL_WRITTEN.replace('[x]', '[X]') },
    { what: 'empty lines between them', text: WELL_WRITTEN.replaceAll('\n- [', '\n\n- [') },
    {
      what: 'no-break spaces behind the letters',
      text: WELL_WRITTEN.replace(/(\*\*[ABC]\.\*\*) /g, '$1\u00a0'),
    },
    { what: 'the point behind the bold letter', text: WELL_WRITTEN.replace(/\*\*([ABC])\.\*\*/g, '**$1**.') },
    { what: 'braces on a line of their own', text: WELL_WRITTEN.replaceAll(' {', '\n  {') },
    {
      what: 'a comment above them',
      text: WELL_WRITTEN.replace('damaged?**', 'damaged?**\n\n<!-- ask Ann -->'),
    },
  ])('reads options with $what alike', ({ text }) => {
    expect(outline(text)).toEqual(outline(WELL_WRITTEN));
  });

  const told = 'A girl of four drags a leg.';
  const options = '- [ ] **A.** Root\n  > No.\n- [x] **B.** Horn\n  > Yes.';
  test.each([
    { what: 'an option without a letter', body: `${told}\n\n**Which?**\n\n- [ ] Root\n- [x] **B.** Horn` },
    { what: 'letters that are not bold', body: `${told}\n\n**Which?**\n\n- [ ] A. Root\n- [x] b) Horn` },
    { what: 'small letters', body: `${told}\n\n**Which?**\n\n- [ ] **a.** Root\n- [x] **b** Horn` },
    {
      what: 'options bold as a whole',
      body: `${told}\n\n**Which?**\n\n- [ ] **A. Root**\n- [x] **B. Horn** cell`,
    },
    { what: 'options without boxes', body: `${told}\n\n**Which?**\n\n- **A.** Root\n- [x] **B.** Horn` },
    { what: 'plain options', body: `${told}\n\n**Which?**\n\n- Root\n- Horn` },
    {
      what: 'boxes that are none',
      body: `${told}\n\n**Which?**\n\n- [] **A.** Root\n- [ x ] **B.** Horn\n- [ ]\u00a0**C.** Myelin\n- [✓]**D.** Plate`,
    },
    { what: 'a question that is not bold', body: `${told}\n\nWhich structure?\n\n${options}` },
    { what: 'a question at the end of the story', body: `${told}\n**Which structure?**\n${options}` },
    { what: 'a question as heading', body: `${told}\n\n### Which structure?\n\n${options}` },
    {
      what: 'a question directly under a table',
      body: `| A |\n|---|\n| b |\n**Which structure?**\n\n${options}`,
    },
    {
      what: 'a question before the table',
      body: `${told}\n\n**Which?**\n\n| A |\n|---|\n| b |\n\n${options}`,
    },
    { what: 'no question', body: `${told}\n\n${options}` },
    { what: 'nothing', body: '' },
    { what: 'no options', body: `${told}\n\n**Which?**\n\n**Key point:** None.` },
    {
      what: 'text between the options',
      body: `${told}\n\n**Which?**\n\n- [ ] **A.** Root\n\nAnd then.\n\n- [x] **B.** Horn`,
    },
    {
      what: 'quotations outside the list',
      body: `${told}\n\n**Which?**\n\n- [ ] **A.** Root\n> No.\n- [x] **B.** Horn\n> Yes.\n**Key point:** Motor.`,
    },
    {
      what: 'rationales that are not quoted',
      body: `${told}\n\n**Which?**\n\n- [ ] **A.** Root\n\n  No.\n- [x] **B.** Horn\n  > Yes.\n\n  Or so.`,
    },
    {
      what: 'options inside options',
      body: `${told}\n\n**Which?**\n\n- [ ] **A.** Root\n  - [x] **B.** Horn\n    > Yes.\n- [ ] **C.** Myelin`,
    },
    {
      what: 'lists inside options',
      body: `${told}\n\n**Which?**\n\n- [ ] **A.** Root\n  - one\n  - two\n- [x] **B.** Horn`,
    },
    { what: 'an empty option', body: `${told}\n\n**Which?**\n\n- [ ] **A.**\n- [x] **B.** Horn\n-` },
    {
      what: 'a key point under the last quotation',
      body: `${told}\n\n**Which?**\n\n${options}\n**Key point:** Motor.\n\nMore.\n\n---\n\nExtra.`,
    },
    {
      what: 'a key point under the last option',
      body: `${told}\n\n**Which?**\n\n- [ ] **A.** Root\n- [x] **B.** Horn\n**Key point:** Motor.`,
    },
    { what: 'a plain key point', body: `${told}\n\n**Which?**\n\n${options}\n\nKey point: Motor.` },
    { what: 'a bold key point', body: `${told}\n\n**Which?**\n\n${options}\n\n**Key Point: Motor.**` },
    {
      what: 'a key point on the next line',
      body: `${told}\n\n**Which?**\n\n${options}\n\n**Key point**:\n\nMotor.`,
    },
    {
      what: 'rules between its parts',
      body: `${told}\n\n---\n\n**Which?**\n\n${options}\n\n---\n\n**Key point:** Motor.\n\n---\n\nExtra.\n\n---\n\nMore.`,
    },
    { what: 'text behind the options', body: `${told}\n\n**Which?**\n\n${options}\n\nSo it is.` },
    {
      what: 'braces that are no attributes',
      body: `${told}\n\n**Which?**\n\n- [ ] **A.** The set {a, b}\n- [x] **B.** Horn \\{pin}\n- [ ] **C.** Root {clues="a {b}" pin}\n- [ ] **D.** {claims=C1}`,
    },
  ])('with $what is read as far as it goes', ({ body }) => {
    expect(outline(vignette(body))).toMatchSnapshot();
  });
});

const SET = match(`**For each patient, choose the site.**

- **A.** Anterior horn
- **B.** Internal capsule {claims=C12}

1. Wasting, normal sensation. {#horn key=A}
   > Lower neuron.
2. Face and arm weak,

   | Test | Result | Reference |
   |---|---|---|
   | CK | 90 | 30–200 |

   forehead spared. {#capsule key=B claims=C13}
   > Upper neuron.`);

describe('a match', () => {
  test('is read with directions, options and stems', () => {
    expect(outline(SET)).toMatchInlineSnapshot(`
      {
        "extra": null,
        "items": [
          "horn | A | Wasting, normal sensation. | Lower neuron.",
          "capsule | B | Face and arm weak, Test Result Reference CK 90 30–200 forehead spared. | Upper neuron.",
        ],
        "keyPoint": null,
        "leadIn": "For each patient, choose the site.",
        "options": [
          "A. Anterior horn | ",
          "B. Internal capsule |  | claims=C12",
        ],
        "problems": [],
      }
    `);
  });

  const directions = '**For each, choose the site.**';
  const options = '- **A.** Horn\n- **B.** Capsule';
  test.each([
    {
      what: 'numbers that begin again',
      body: `${directions}\n\n${options}\n\n1. One {#a key=A}\n\n1) Two {#b key=B}`,
    },
    {
      what: 'quotations that are not indented far enough',
      body: `${directions}\n\n${options}\n\n1. One {#a key=A}\n  > Why.\n2. Two {#b key=B}\n> Why.`,
    },
    { what: 'stems that are not numbered', body: `${directions}\n\n${options}\n- One {#a key=A}\n  > Why.` },
    {
      what: 'stems without braces',
      body: `${directions}\n\n${options}\n\n1. One\n2. Two {key=A}\n3. Three {#c}`,
    },
    { what: 'boxes', body: `${directions}\n\n- [ ] **A.** Horn\n- [x] **B.** Capsule\n\n1. One {#a key=A}` },
    { what: 'stems first', body: `${directions}\n\n1. One {#a key=A}\n\n${options}` },
    {
      what: 'a theme above',
      body: `Theme: sites.\n\n${directions}\n\n${options}\n\n1. One {#a key="A B"}\n\n**Key point:** So.\n\n- a list`,
    },
    {
      what: 'directions between',
      body: `${options}\n\n${directions}\n\n1. One {#a key=a}\n   > Why.\n\n   More.`,
    },
    { what: 'nothing', body: '' },
  ])('with $what is read as far as it goes', ({ body }) => {
    expect(outline(match(body))).toMatchSnapshot();
  });
});
