import { sentencesOf } from '../language/sentences';
import { vignette } from './items/example';
import { englishItemsOf } from './items/items-of';
import type { Rule } from './rule';

/** Up to two words may stand between age and person, as in `58-year-old right-handed man`. */
const WHO =
  /\b\d{1,3}[-‑ ](?:hour|day|week|month|year)s?[-‑ ]old (?:(?!white\b|black\b)[\w-]{2,20} ){0,2}(?:man|woman|boy|girl|person|infant|newborn|child|neonate|twins?)\b/i;

/** Something like an age, so that a person is meant: the noun is missing or not the house's. */
const AGE = /\b\d{1,3}(?:[-‑ ](?:hour|day|week|month|year)s?[-‑ ]old\b| ?y\/?o\b)|\baged? \d{1,3}\b/i;

/** Belongs to a case only where it makes a disease likelier, which the author then says in the ignore. */
const DESCRIPTOR =
  /\b(?:white|black|caucasian|asian|hispanic|latino|latina|african[- ]american|obese|homeless|alcoholic)(?= (?:man|woman|boy|girl|person|infant|newborn|child|male|female))/i;

/**
 * Who the case is about, in the first sentence. A case without any age is let alone: it may be about a district, a couple
 * or a specimen. Stems of a match tell findings, and need nobody.
 */
export const ageAndSex: Rule = {
  id: 'M22-age-and-sex',
  severity: 'warning',
  summary: 'Begin with who it is: "A 58-year-old man", and no descriptor the answer does not need.',
  why: 'Age and sex are the first evidence; descriptors without need teach stereotypes and are unfair to some who read them (NBME guidance on fairness).',
  ok: [
    vignette({ stem: 'An unvaccinated 4-year-old boy cannot lift the right leg.' }),
    vignette({ stem: 'A 58-year-old right-handed man has had weak hands for 8 months.' }),
    vignette({ stem: 'A district reports its first paralytic case of poliomyelitis.' }),
  ],
  notOk: [
    vignette({ stem: 'A 42-year-old mover has had back pain for 4 weeks.' }),
    vignette({ stem: 'A 58 yo male has weak hands.' }),
    vignette({ stem: 'A 58-year-old white man has weak hands.' }),
    vignette({ stem: 'The right leg is weak. The patient is a 4-year-old boy.' }),
  ],
  check(deck, report) {
    for (const { file, item, stem } of englishItemsOf(deck)) {
      const [first] = sentencesOf(stem.text);
      if (item.kind === 'match' || first === undefined) continue;
      const sentence = stem.text.slice(first.start, first.end);
      const descriptor = DESCRIPTOR.exec(sentence);
      if (descriptor !== null) {
        const start = first.start + descriptor.index;
        report(file, {
          span: stem.spanOf(start, start + descriptor[0].length),
          message: `“${descriptor[0]}” says nothing that the question turns on.`,
          hint: 'Leave it out, or say in `ignore` why the case needs it.',
        });
      } else if (!WHO.test(sentence) && AGE.test(stem.text)) {
        report(file, {
          span: stem.spanOf(first.start, first.end),
          message: 'The first sentence does not say who the patient is.',
          hint: 'Begin: “A 58-year-old man”, “A 3-week-old girl”, “A 2-day-old newborn”.',
        });
      }
    }
  },
};
