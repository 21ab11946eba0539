import { vignette } from './items/example';
import { englishItemsOf } from './items/items-of';
import { SECTIONS, sectionsOf } from './items/stem-sections';
import type { Rule } from './rule';

/**
 * The order in which a case is told: history, examination, investigations. The catalogue's finer order (setting, complaint,
 * duration) cannot be told from words: "a man with hypertension comes to the clinic because" is good and mixes four of
 * them. So only a whole sentence of an earlier part that stands behind one of a later part is found.
 */
export const orderOfTheCase: Rule = {
  id: 'M21-order-of-the-case',
  severity: 'warning',
  summary:
    'Tell the case as it is met: who, where, complaint and its duration, history, examination, results, question.',
  why: 'In a familiar order learners spend their time on the case instead of on finding its parts (NBME vignette template).',
  ok: [
    vignette({
      stem: 'A 58-year-old man has had weak hands for 8 months. He takes no medications. On examination the hands are wasted. MRI of the neck is normal.',
    }),
  ],
  notOk: [
    vignette({
      stem: 'A 58-year-old man has had weak hands for 8 months. MRI of the neck is normal. On examination the hands are wasted.',
    }),
    vignette({
      stem: 'A 58-year-old man has weak hands. On examination the hands are wasted. He takes no medications.',
    }),
  ],
  check(deck, report) {
    for (const { file, item, stem } of englishItemsOf(deck)) {
      if (item.kind === 'match') continue;
      let latest = 0;
      for (const { start, end, section } of sectionsOf(stem.text)) {
        if (section === null) continue;
        const place = SECTIONS.indexOf(section);
        if (place < latest)
          report(file, {
            span: stem.spanOf(start, end),
            message: `This belongs to the ${section} and comes after the ${SECTIONS[latest]}.`,
            hint: `Tell it before the ${SECTIONS[latest]}.`,
          });
        latest = Math.max(latest, place);
      }
    }
  },
};
