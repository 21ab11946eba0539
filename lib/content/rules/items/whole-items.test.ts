import { describe, expect, test } from 'vitest';
import { compileDeck } from '../../compile-deck';
import { ALONE } from '../../context';

const FRONT_MATTER = `---
deck: example
title: Example
language: en
objectives:
  L1: { text: Place a lesion, bloom: apply }
sources:
  adams: { title: Adams, year: 2019 }
---

`;

const SOUND = `:::vignette{#horn obj=L1 src=adams}
A 58-year-old man comes to the clinic because his right hand has grown weak over 8 months, without pain or numbness. He
drops tools and cannot turn a key. He has no other illness and takes no medications. Temperature is 36.8°C, pulse is
72/min, and blood pressure is 128/76 mm Hg. On examination the thenar muscles are thin and twitch at rest. Knee jerks are
brisk on both sides, and both great toes rise when the soles are stroked. Touch and pinprick are felt everywhere.

| Test | Result | Reference |
|---|---|---|
| CK | 310 U/L | 30–200 |
| TSH | 2.1 mU/L | 0.4–4.0 |

**Loss of which of the following best explains all of these findings?**

- [ ] **A.** Motor axons of the brachial plexus
  > A plexus lesion leaves the legs alone, so brisk knee jerks would have no cause.
- [x] **B.** Motor neurons of cord and cortex
  > Thin, twitching muscles need a lost lower motor neuron, brisk jerks and rising toes a lost upper one.
- [ ] **C.** Posterior columns of the cord
  > Position sense would be lost, and muscles would keep their bulk.
- [ ] **D.** Sensory ganglia of the hand
  > He feels touch and pinprick everywhere, so the ganglia work.

**Key point:** Thin and brisk at once, with normal sensation, means both motor neurons.
:::`;

const SOUND_SET = `:::match{#sites obj=L1 src=adams}
**For each patient, choose the most likely site of the lesion.**

- **A.** Anterior horn
- **B.** Brainstem
- **C.** Dorsal root
- **D.** Internal capsule
- **E.** Neuromuscular junction
- **F.** Peripheral nerve

1. Wasting and twitching of one leg after a fever, with normal sensation. {#leg key=A}
   > Only motor neurons are lost, and only in one part of the cord.
2. Double vision that comes in the evening and goes after sleep. {#lids key=E}
   > Strength that varies with use points to the place where nerve meets muscle.
:::`;

const OUTLINE = `:::vignette{#outline obj=L1 src=adams}
A 58-year-old man, clinic; 8 months of painless weakness of the hand.

**Which of the following sites is most likely damaged?**

- [x] **A.** Anterior horn
  > No sensory loss.
- [ ] **B.** Dorsal root
  > Pain.
- [ ] **C.** Median nerve
  > Numb thumb.
:::`;

function raisedBy(block: string): readonly string[] {
  const { diagnostics } = compileDeck([{ path: 'deck.md', text: FRONT_MATTER + block }], ALONE);
  return diagnostics
    .filter(({ ruleId }) => /^M\d/.test(ruleId))
    .map(({ line, ruleId }) => `${line} ${ruleId}`);
}

describe('the rules for items together', () => {
  test('find nothing in a sound vignette', () => {
    expect(raisedBy(SOUND)).toEqual([]);
  });

  test('find nothing in a sound match', () => {
    expect(raisedBy(SOUND_SET)).toEqual([]);
  });

  test('find in an outline that it is short and explains nothing, and no more', () => {
    expect(raisedBy(OUTLINE)).toEqual([
      '12 M20-length',
      '16 M26-rationales',
      '18 M26-rationales',
      '20 M26-rationales',
    ]);
  });

  test('tell a fault of options that stems share once', () => {
    expect(raisedBy(SOUND_SET.replace('Dorsal root', 'Dorsal root, always'))).toEqual([
      '16 M14-absolute-terms',
    ]);
  });

  test('say nothing about the words of a deck in another language', () => {
    const german = SOUND.replace(
      'Loss of which of the following best explains all of these findings?',
      'Was fehlt NOT?',
    );
    const text = FRONT_MATTER.replace('language: en', 'language: de') + german;
    const { diagnostics } = compileDeck([{ path: 'deck.md', text }], ALONE);
    expect(diagnostics.filter(({ ruleId }) => ruleId.startsWith('M'))).toEqual([]);
  });

  test('put a problem at the word itself, behind markup and over line ends', () => {
    const text = FRONT_MATTER + SOUND.replace('Sensory ganglia', '*Sensory* \\[often\\] ganglia');
    const { diagnostics } = compileDeck([{ path: 'deck.md', text }], ALONE);
    const found = diagnostics.find(({ ruleId }) => ruleId === 'M15-vague-terms');
    const line = text.split('\n')[(found?.line ?? 0) - 1] ?? '';
    expect(line.slice((found?.column ?? 0) - 1, (found?.endColumn ?? 0) - 1)).toContain('often');
  });
});
