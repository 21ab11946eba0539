import { plainText } from '../render/plain-text';
import { match, vignette } from './items/example';
import { type ItemText, itemsOf } from './items/items-of';
import type { Report, Rule } from './rule';

const FEWEST_OF_DISTRACTOR = 20;
const FEWEST_OF_KEY = 40;

/** Lengths in characters; a shorter one names the answer again. A match explains each stem instead of each option. */
export const rationales: Rule = {
  id: 'M26-rationales',
  severity: 'error',
  summary:
    'Say under every option why it is right (40 characters or more) or wrong (20 or more), each in its own words.',
  why: 'Learners learn from the explanation of the option they chose, not from its letter; a bank without rationales only measures.',
  ok: [
    vignette({
      options: [
        '*Anterior horn\n  > Wasting and areflexia without loss of sensation: the motor neuron itself is gone.',
        'Dorsal root\n  > Sensation would be lost in a dermatome.',
        'Muscle\n  > Tendon reflexes would be kept for long.',
      ],
    }),
    match(
      'For each patient, choose the site of the lesion.',
      ['Anterior horn', 'Brainstem', 'Cortex', 'Dorsal root', 'Muscle', 'Nerve'],
      [
        'Wasting, fasciculations, normal sensation. {#horn key=A}\n   > Only the motor neuron is lost, and it dies at its cell body.',
      ],
    ),
  ],
  notOk: [
    vignette({
      options: [
        '*Anterior horn\n  > Right.',
        'Dorsal root\n  > Sensation would be lost in a dermatome.',
        'Muscle',
      ],
    }),
    match(
      'For each patient, choose the site of the lesion.',
      ['Anterior horn', 'Brainstem', 'Cortex', 'Dorsal root', 'Muscle', 'Nerve'],
      ['Wasting, fasciculations, normal sensation. {#horn key=A}'],
    ),
    vignette({
      options: [
        '*Anterior horn\n  > Wasting and areflexia without loss of sensation: the motor neuron itself is gone.',
        'Dorsal root\n  > Sensation would be lost in a dermatome.',
        'Nerve\n  > Sensation would be lost in a dermatome.',
      ],
    }),
  ],
  check(deck, report) {
    for (const item of itemsOf(deck)) {
      if (item.item.kind === 'vignette') checkOptions(item, report);
      else
        tellIfShort(item, plainText(item.item.rationale), FEWEST_OF_KEY, 'this stem', item.item.span, report);
    }
  },
};

function checkOptions(item: ItemText, report: Report): void {
  const seen = new Map<string, string>();
  for (const { option, isKey } of item.options) {
    const said = plainText(option.rationale);
    const what = `option ${option.letter}`.trim();
    tellIfShort(item, said, isKey ? FEWEST_OF_KEY : FEWEST_OF_DISTRACTOR, what, option.textSpan, report);
    const twin = seen.get(said.toLowerCase());
    if (said !== '' && twin !== undefined)
      report(item.file, {
        span: option.textSpan,
        message: `The rationale of ${what} is that of ${twin} word for word.`,
        hint: 'Say what would be found if this option were right.',
      });
    else seen.set(said.toLowerCase(), what);
  }
}

function tellIfShort(
  { file }: ItemText,
  said: string,
  least: number,
  what: string,
  span: Readonly<{ start: number; end: number }>,
  report: Report,
): void {
  if (said.length >= least) return;
  const hint =
    'Put it into a quotation under the option, each line behind `>`: which finding speaks for it, or against it?';
  const message =
    said === ''
      ? `Nothing says why ${what} is right or wrong.`
      : `The rationale of ${what} has ${said.length} characters; it needs at least ${least}.`;
  report(file, { span, message, hint });
}
