import { wordsNamed } from '../blocks/attribute-values';
import { carriesNotice } from '../blocks/educational-notice';
import { HOLDS, type Passage } from '../language/passage';
import type { Rule } from './rule';

/**
 * A dose comes with the notice that it is for learning only. Every card tagged `therapy` carries it; what this rule finds
 * are doses on cards without the tag. Concentrations (`mg/dL`) are results, not doses.
 */
export const educationalNotice: Rule = {
  id: 'F22-educational-notice',
  severity: 'error',
  summary:
    'Tag cards with doses `therapy`; they then show that they are for education, not for clinical decisions.',
  why: 'A dose on a study card may be old, or meant for another patient, and must not be taken to the ward.',
  ok: [
    ':::qa{#a obj=L1 src=adams tags=therapy}\nWhat dose of prednisolone is given in Bell palsy?\n\n---\n\n50 mg daily\n:::',
    ':::qa{#a obj=L1 src=adams}\nWhat is the protein in the spinal fluid?\n\n---\n\nAbout 45 mg/dL\n:::',
  ],
  notOk: [
    ':::qa{#a obj=L1 src=adams}\nWhat dose of prednisolone is given in Bell palsy?\n\n---\n\n50 mg daily\n:::',
    ':::cloze{#a obj=L1 src=adams}\nOnasemnogene is dosed by weight, at most :c1[13.5 ml/kg] of the vial.\n:::',
  ],
  check(deck, report) {
    let last: unknown = null;
    for (const { file, block, asked, answer } of deck.cardTexts) {
      if (block === last || !(namesDose(answer) || namesDose(asked))) continue;
      if (!carriesNotice(wordsNamed(block.head.attributes, 'tags'), deck.info?.tags ?? []))
        report(file, {
          span: block.head.nameSpan,
          message: 'This card names a dose without saying that it is for education only.',
          hint: 'Add the tag `therapy`: the notice then stands under the answer.',
        });
      last = block;
    }
  },
};

function namesDose(passage: Passage): boolean {
  return passage.mayHold(HOLDS.number) && MAY_BE_DOSE.test(passage.text) && DOSE.test(passage.text);
}

/** Without the properties of letters, which take several times as long to look up. */
const MAY_BE_DOSE = /\d\s?[mgiµμ]/i;
/** A number and a unit of doses; not per volume, which would be a concentration. */
const DOSE = /\d\s?(?:mg|µg|μg|mcg|ml|IU|g)(?:\/kg|\/m²|\/day|\/d|\/h)?(?![\p{Letter}\p{Number}/])/iu;
