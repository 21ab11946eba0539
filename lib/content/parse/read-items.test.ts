import type { RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { ALONE } from '../context';
import { FRONT_MATTER } from '../golden/deck-text';
import { plainText } from '../render/plain-text';
import type { Attribute } from './attributes';
import type { FileFacts } from './facts';
import { readDeck } from './read-deck';

const vignette = (body: string) => `:::vignette{#polio-01 obj=L1 src=adams}\n${body}\n:::`;
const match = (body: string) => `:::match{#where obj=L1 src=adams}\n${body}\n:::`;

const VIGNETTE = vignette(`A girl of four drags a leg.

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
    expect(slip(VIGNETTE)).toEqual([
      'case → B: A girl of four drags a leg. no fever no rash Test Result Reference CSF white cells 85 /mm³ 0–5',
      'asks: Which structure is damaged?',
      '[ ] A: Dorsal root ganglion (Sensation would be impaired.)',
      '[x] B: Anterior horn cell {claims=C10 C11 clues=areflexia at 10:30} (Pure motor. And areflexic.)',
      '[ ] C: Peripheral myelin {confusable=gbs pin=} (Symmetric.)',
      'key point: The horn is motor. A second paragraph.',
      'extra: Extra.',
    ]);
  });

  test('says where the words of an option stand', () => {
    const file = read(VIGNETTE);
    const words = file.items[0]?.options.map(({ textSpan }) => written(file, textSpan));
    expect(words).toEqual(['Dorsal root ganglion', 'Anterior horn cell', 'Peripheral myelin']);
  });

  test('tells findings in its story from options, even if they begin with a letter', () => {
    const story = 'Cultures:\n\n- E. coli in urine\n- S. aureus in blood';
    const body = `${story}\n\n**Which?**\n\n- [ ] **A.** Root\n- [x] **B.** Horn`;
    expect(slip(vignette(body))).toEqual([
      'case → B: Cultures: E. coli in urine S. aureus in blood',
      'asks: Which?',
      '[ ] A: Root',
      '[x] B: Horn',
    ]);
  });

  test.each([
    { what: 'carriage returns', text: VIGNETTE.replaceAll('\n', '\r\n') },
    { what: 'stars', text: VIGNETTE.replaceAll('- [', '* [') },
    { what: 'plus signs', text: VIGNETTE.replaceAll('- [', '+ [') },
    { what: 'a capital in the box', text: VIGNETTE.replace('[x]', '[X]') },
    { what: 'empty lines between options', text: VIGNETTE.replaceAll('\n- [', '\n\n- [') },
    { what: 'no-break spaces behind letters', text: VIGNETTE.replace(/(\*\*[ABC]\.\*\*) /g, '$1\u00a0') },
    { what: 'the point behind the bold letter', text: VIGNETTE.replace(/\*\*([ABC])\.\*\*/g, '**$1**.') },
    { what: 'the mark behind the bold question', text: VIGNETTE.replace('damaged?**', 'damaged**?') },
    { what: 'braces on a line of their own', text: VIGNETTE.replaceAll(' {', '\n  {') },
    { what: 'a comment', text: VIGNETTE.replace('damaged?**', 'damaged?**\n\n<!-- ask Ann -->') },
  ])('is read alike with $what', ({ text }) => {
    expect(slip(text)).toEqual(slip(VIGNETTE));
  });

  const told = 'A girl of four drags a leg.';
  const asks = '**Which?**';
  const options = '- [ ] **A.** Root\n  > No.\n- [x] **B.** Horn\n  > Yes.';
  test.each([
    {
      what: 'an option without a letter',
      body: `${asks}\n\n- [ ] Root\n- [x] **B.** Horn`,
      read: [
        'case → B: ',
        'asks: Which?',
        '[ ] -: Root',
        '[x] B: Horn',
        '! - [ ] Root | This option has no letter.',
      ],
    },
    {
      what: 'letters that are not bold',
      body: `${asks}\n\n- [ ] A. Root\n- [x] b) Horn`,
      read: [
        'case → B: ',
        'asks: Which?',
        '[ ] A: Root',
        '[x] B: Horn',
        '! - [ ] A. Root | The letter of this option is not bold.',
        '! - [x] b) Horn | The letter of this option is not bold.',
      ],
    },
    {
      what: 'small letters',
      body: `${asks}\n\n- [ ] **a.** Root\n- [x] **b** Horn`,
      read: [
        'case → B: ',
        'asks: Which?',
        '[ ] A: Root',
        '[x] B: Horn',
        '! - [ ] **a.** Root | The letter of this option is no capital.',
        '! - [x] **b** Horn | The letter of this option is no capital.',
      ],
    },
    {
      what: 'words as bold as the letter',
      body: `${asks}\n\n- [ ] **A. Root**\n- [x] **B. Horn** cell`,
      read: [
        'case → B: ',
        'asks: Which?',
        '[ ] A: Root',
        '[x] B: Horn cell',
        '! - [ ] **A. Root** | The words of this option are bold like its letter.',
        '! - [x] **B. Horn** cell | The words of this option are bold like its letter.',
      ],
    },
    {
      what: 'options without boxes',
      body: `${asks}\n\n- **A.** Root\n- [x] **B.** Horn`,
      read: [
        'case → B: ',
        'asks: Which?',
        'A: Root',
        '[x] B: Horn',
        '! - **A.** Root | This option has no box.',
      ],
    },
    {
      what: 'plain options',
      body: `${asks}\n\n- Root\n- Horn`,
      read: [
        'case → none: ',
        'asks: Which?',
        '-: Root',
        '-: Horn',
        '! - Root | This option has no box.',
        '! - Root | This option has no letter.',
        '! - Horn | This option has no box.',
        '! - Horn | This option has no letter.',
      ],
    },
    {
      what: 'boxes that are none',
      body: `${asks}\n\n- [] **A.** Root\n- [ x ] **B.** Horn\n- [ ]\u00a0**C.** Myelin\n- [✓]**D.** Plate`,
      read: [
        'case → B D: ',
        'asks: Which?',
        '[ ] A: Root',
        '[x] B: Horn',
        '[ ] C: Myelin',
        '[x] D: Plate',
        '! - [] **A.** Root | The box of this option cannot be read.',
        '! - [ x ] **B.** Horn | The box of this option cannot be read.',
        '! - [ ] **C.** Myelin | The box of this option cannot be read.',
        '! - [✓]**D.** Plate | The box of this option cannot be read.',
      ],
    },
    {
      what: 'an empty option',
      body: `${asks}\n\n- [ ] **A.**\n- [x] **B.** Horn\n-`,
      read: [
        'case → B: ',
        'asks: Which?',
        '[ ] A: ',
        '[x] B: Horn',
        '-: ',
        '! - | This option has no box.',
        '! - | This option has no letter.',
      ],
    },
    {
      what: 'a question that is not bold',
      body: `${told}\n\nWhich?\n\n${options}`,
      read: [
        'case → B: A girl of four drags a leg.',
        'asks: Which?',
        '[ ] A: Root (No.)',
        '[x] B: Horn (Yes.)',
        '! Which? | The question does not stand in bold on lines of its own.',
      ],
    },
    {
      what: 'a question at the end of the story',
      body: `${told}\n${asks}\n${options}`,
      read: [
        'case → B: A girl of four drags a leg.',
        'asks: Which?',
        '[ ] A: Root (No.)',
        '[x] B: Horn (Yes.)',
        '! **Which?** | The question does not stand in bold on lines of its own.',
      ],
    },
    {
      what: 'a question as a heading',
      body: `${told}\n\n### Which?\n\n${options}`,
      read: [
        'case → B: A girl of four drags a leg.',
        'asks: Which?',
        '[ ] A: Root (No.)',
        '[x] B: Horn (Yes.)',
        '! ### Which? | The question does not stand in bold on lines of its own.',
      ],
    },
    {
      what: 'a question directly under a table',
      body: `| A |\n|---|\n| b |\n${asks}\n\n${options}`,
      read: [
        'case → B: A b',
        'asks: Which?',
        '[ ] A: Root (No.)',
        '[x] B: Horn (Yes.)',
        '! **Which?** | The table above swallows this question.',
      ],
    },
    {
      what: 'a question above the table',
      body: `${told}\n\n${asks}\n\n| A |\n|---|\n| b |\n\n${options}`,
      read: [
        'case → B: A girl of four drags a leg. A b',
        'asks: Which?',
        '[ ] A: Root (No.)',
        '[x] B: Horn (Yes.)',
        '! | A | |---| | b | | This stands between the bold question and its options.',
      ],
    },
    {
      what: 'no question',
      body: `${told}\n\n${options}`,
      read: ['case → B: A girl of four drags a leg.', '[ ] A: Root (No.)', '[x] B: Horn (Yes.)'],
    },
    {
      what: 'no options',
      body: `${told}\n\n${asks}\n\n**Key point:** None.`,
      read: ['case → none: A girl of four drags a leg.', 'asks: Which?', 'key point: None.'],
    },
    {
      what: 'nothing',
      body: ``,
      read: ['case → none: '],
    },
    {
      what: 'text between the options',
      body: `${asks}\n\n- [ ] **A.** Root\n\nAnd then.\n\n- [x] **B.** Horn`,
      read: [
        'case → B: ',
        'asks: Which?',
        '[ ] A: Root',
        '[x] B: Horn',
        '! And then. | This text stands among the options and belongs to none of them.',
      ],
    },
    {
      what: 'text behind the options',
      body: `${asks}\n\n${options}\n\nSo it is.`,
      read: [
        'case → B: ',
        'asks: Which?',
        '[ ] A: Root (No.)',
        '[x] B: Horn (Yes.)',
        '! So it is. | This text stands among the options and belongs to none of them.',
      ],
    },
    {
      what: 'quotations outside the list',
      body: `${asks}\n\n- [ ] **A.** Root\n> No.\n- [x] **B.** Horn\n> Yes.\n**Key point:** Motor.`,
      read: [
        'case → B: ',
        'asks: Which?',
        '[ ] A: Root (No.)',
        '[x] B: Horn (Yes.)',
        'key point: Motor.',
        '! > | This quotation stands outside the list, under none of its lines.',
        '! > | This quotation stands outside the list, under none of its lines.',
        '! **Key point:** Motor. | The lines above swallow this key point.',
      ],
    },
    {
      what: 'rationales that are not quoted',
      body: `${asks}\n\n- [ ] **A.** Root\n\n  No.\n- [x] **B.** Horn\n  > Yes.\n\n  Or so.`,
      read: [
        'case → B: ',
        'asks: Which?',
        '[ ] A: Root (No.)',
        '[x] B: Horn (Yes. Or so.)',
        '! No. | This text under an option is not its rationale.',
        '! Or so. | This text under an option is not its rationale.',
      ],
    },
    {
      what: 'options inside options',
      body: `${asks}\n\n- [ ] **A.** Root\n  - [x] **B.** Horn\n    > Yes.\n- [ ] **C.** Myelin`,
      read: [
        'case → B: ',
        'asks: Which?',
        '[ ] A: Root',
        '[x] B: Horn (Yes.)',
        '[ ] C: Myelin',
        '! - | This option stands inside the one above it.',
      ],
    },
    {
      what: 'lists inside options',
      body: `${asks}\n\n- [ ] **A.** Root\n  - one\n  - two\n- [x] **B.** Horn`,
      read: [
        'case → B: ',
        'asks: Which?',
        '[ ] A: Root (one two)',
        '[x] B: Horn',
        '! - one - two | This text under an option is not its rationale.',
      ],
    },
    {
      what: 'a list instead of an option',
      body: `${asks}\n\n- [ ] **A.** Root\n-\n  - one`,
      read: [
        'case → none: ',
        'asks: Which?',
        '[ ] A: Root',
        '-:  (one)',
        '! - | This option has no box.',
        '! - | This option has no letter.',
        '! - one | This text under an option is not its rationale.',
      ],
    },
    {
      what: 'a key point under the last quotation',
      body: `${asks}\n\n${options}\n**Key point:** Motor.\n\nMore.\n\n---\n\nExtra.`,
      read: [
        'case → B: ',
        'asks: Which?',
        '[ ] A: Root (No.)',
        '[x] B: Horn (Yes.)',
        'key point: Motor. More.',
        'extra: Extra.',
        '! **Key point:** Motor. | The lines above swallow this key point.',
      ],
    },
    {
      what: 'a key point under the last option',
      body: `${asks}\n\n- [ ] **A.** Root\n- [x] **B.** Horn\n**Key point:** Motor.`,
      read: [
        'case → B: ',
        'asks: Which?',
        '[ ] A: Root',
        '[x] B: Horn',
        'key point: Motor.',
        '! **Key point:** Motor. | The lines above swallow this key point.',
      ],
    },
    {
      what: 'a plain key point',
      body: `${asks}\n\n${options}\n\nKey point: Motor.`,
      read: [
        'case → B: ',
        'asks: Which?',
        '[ ] A: Root (No.)',
        '[x] B: Horn (Yes.)',
        'key point: Motor.',
        '! Key point: Motor. | The words `Key point:` are not bold.',
      ],
    },
    {
      what: 'a key point that is bold as a whole',
      body: `${asks}\n\n${options}\n\n**Key Point: Motor.**`,
      read: ['case → B: ', 'asks: Which?', '[ ] A: Root (No.)', '[x] B: Horn (Yes.)', 'key point: Motor.'],
    },
    {
      what: 'a key point on its next line',
      body: `${asks}\n\n${options}\n\n**Key point**:\n\nMotor.`,
      read: ['case → B: ', 'asks: Which?', '[ ] A: Root (No.)', '[x] B: Horn (Yes.)', 'key point: Motor.'],
    },
    {
      what: 'rules between its parts',
      body: `${told}\n\n---\n\n${asks}\n\n${options}\n\n---\n\n**Key point:** Motor.\n\n---\n\nExtra.`,
      read: [
        'case → B: A girl of four drags a leg.',
        'asks: Which?',
        '[ ] A: Root (No.)',
        '[x] B: Horn (Yes.)',
        'key point: Motor.',
        'extra: Extra.',
        '! **Key point:** Motor. | The key point stands behind a `---`, where extras are.',
        '! --- | This `---` divides a case where it cannot be divided.',
        '! --- | This `---` divides a case where it cannot be divided.',
      ],
    },
    {
      what: 'braces that are no attributes',
      body: `${asks}\n\n- [ ] **A.** The set {a, b}\n- [x] **B.** Horn \\{pin}`,
      read: ['case → B: ', 'asks: Which?', '[ ] A: The set {a, b}', '[x] B: Horn {pin}'],
    },
    {
      what: 'braces inside braces',
      body: `${asks}\n\n- [ ] **A.** Root {clues="a {b} &lbrace;" pin}\n- [x] **B.** {claims=C1}`,
      read: ['case → B: ', 'asks: Which?', '[ ] A: Root {clues=a {b} { pin=}', '[x] B:  {claims=C1}'],
    },
  ])('with $what is read as far as it goes', ({ body, read }) => {
    expect(slip(vignette(body))).toEqual(read);
    expect(slip(vignette(body).replaceAll('\n', '\r\n'))).toEqual(read);
  });
});

const MATCH = match(`**For each patient, choose the site.**

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
    expect(slip(MATCH)).toEqual([
      'horn → A: Wasting, normal sensation. (Lower neuron.)',
      'capsule → B: Face and arm weak, Test Result Reference CK 90 30–200 forehead spared. (Upper neuron.)',
      'asks: For each patient, choose the site.',
      'A: Anterior horn',
      'B: Internal capsule {claims=C12}',
    ]);
  });

  const directions = '**For each, choose.**';
  const options = '- **A.** Horn\n- **B.** Capsule';
  test.each([
    {
      what: 'numbers that begin again',
      body: `${directions}\n\n${options}\n\n1. One {#a key=A}\n\n1) Two {#b key=B}`,
      read: ['a → A: One', 'b → B: Two', 'asks: For each, choose.', 'A: Horn', 'B: Capsule'],
    },
    {
      what: 'quotations that are not indented far enough',
      body: `${directions}\n\n${options}\n\n1. One {#a key=A}\n  > Why.\n2. Two {#b key=B}\n> Why.`,
      read: [
        'a → A: One (Why.)',
        'b → B: Two (Why.)',
        'asks: For each, choose.',
        'A: Horn',
        'B: Capsule',
        '! > | This quotation stands outside the list, under none of its lines.',
        '! > | This quotation stands outside the list, under none of its lines.',
      ],
    },
    {
      what: 'stems that are not numbered',
      body: `${directions}\n\n${options}\n- One {#a key=A}\n  > Why.`,
      read: [
        'a → A: One (Why.)',
        'asks: For each, choose.',
        'A: Horn',
        'B: Capsule',
        '! - | This stem is not numbered.',
      ],
    },
    {
      what: 'stems without braces',
      body: `${directions}\n\n${options}\n\n1. One\n2. Two {key=A}\n3. Three {#c}`,
      read: [
        'stem → none: One',
        'stem → A: Two',
        'c → none: Three',
        'asks: For each, choose.',
        'A: Horn',
        'B: Capsule',
      ],
    },
    {
      what: 'boxes',
      body: `${directions}\n\n- [ ] **A.** Horn\n- [x] **B.** Capsule\n\n1. One {#a key=A}`,
      read: [
        'a → A: One',
        'asks: For each, choose.',
        '[ ] A: Horn',
        '[x] B: Capsule',
        '! - [ ] **A.** Horn | The options of a match have no boxes.',
        '! - [x] **B.** Capsule | The options of a match have no boxes.',
      ],
    },
    {
      what: 'its stems first',
      body: `${directions}\n\n1. One {#a key=A}\n\n${options}`,
      read: ['a → A: One', 'asks: For each, choose.', 'A: Horn', 'B: Capsule'],
    },
    {
      what: 'a theme above, and lists at its end',
      body: `Theme: sites.\n\n${directions}\n\n${options}\n\n1. One {#a key="A B"}\n\n**Key point:** So.\n\n- a list`,
      read: [
        'a → A B: Theme: sites. One',
        'asks: For each, choose.',
        'A: Horn',
        'B: Capsule',
        'key point: So. a list',
      ],
    },
    {
      what: 'directions between',
      body: `${options}\n\n${directions}\n\n1. One {#a key=a}\n   > Why.\n\n   More.`,
      read: [
        'a → a: One (Why. More.)',
        'A: Horn',
        'B: Capsule',
        '! **For each, choose.** | This text stands among the options and belongs to none of them.',
        '! More. | This text stands under the rationale of a stem.',
      ],
    },
    {
      what: 'nothing',
      body: ``,
      read: [],
    },
  ])('with $what is read as far as it goes', ({ body, read }) => {
    expect(slip(match(body))).toEqual(read);
  });
});

function read(block: string): FileFacts {
  const [file] = readDeck([{ path: 'deck.md', text: FRONT_MATTER + block }], ALONE).files;
  if (file === undefined) throw new Error('A deck of one file was read as none.');
  return file;
}

/** Everything that was read of the first case, line by line; problems with the text they stand at. */
function slip(block: string): readonly string[] {
  const file = read(block);
  const lines = file.itemSets.flatMap(({ kind, leadIn, options, items, keyPoint, extra, problems }) => [
    ...items.map(({ id, keys, stem, rationale }) => {
      const name = kind === 'match' ? (id?.value ?? 'stem') : 'case';
      return `${name} → ${keys.join(' ') || 'none'}: ${plainText(stem)}${why(rationale)}`;
    }),
    leadIn === null ? '' : `asks: ${leadIn.text}`,
    ...options.map(({ checked, letter, text, attributes, rationale }) => {
      const box = checked === null ? '' : checked ? '[x] ' : '[ ] ';
      return `${box}${letter || '-'}: ${text}${braces(attributes)}${why(rationale)}`;
    }),
    keyPoint === null ? '' : `key point: ${plainText(keyPoint)}`,
    extra === null ? '' : `extra: ${plainText(extra)}`,
    ...problems.map(({ span, message }) => `! ${written(file, span).replace(/\s+/g, ' ')} | ${message}`),
  ]);
  return lines.filter((line) => line !== '');
}

function why(rationale: readonly RootContent[]): string {
  return rationale.length === 0 ? '' : ` (${plainText(rationale)})`;
}

function braces(attributes: readonly Attribute[]): string {
  return attributes.length === 0
    ? ''
    : ` {${attributes.map(({ name, value }) => `${name}=${value}`).join(' ')}}`;
}

function written(file: FileFacts, span: Readonly<{ start: number; end: number }>): string {
  return file.source.text.slice(span.start, span.end);
}
