import { sentencesOf } from '../../language/sentences';

/** What a sentence of a case tells, in the order in which a case is told. */
export const SECTIONS = ['history', 'examination', 'investigations'] as const;
export type Section = (typeof SECTIONS)[number];

export type SectionedSentence = Readonly<{ start: number; end: number; section: Section | null }>;

/**
 * The sentences of a stem with what they tell, judged by the words that give each section away; null where there are
 * none, or of more than one section.
 */
export function sectionsOf(stem: string): readonly SectionedSentence[] {
  return sentencesOf(stem).map(({ start, end }) => {
    const sentence = stem.slice(start, end);
    const found = SECTIONS.filter((section) => MARKS[section].test(sentence));
    return { start, end, section: found.length === 1 ? (found[0] ?? null) : null };
  });
}

const MARKS: Readonly<Record<Section, RegExp>> = {
  history:
    /\b(?:medical|family|past|travel|social|birth|surgical) history\b|\b(?:takes|takes no) (?:\w{1,20} ){0,2}(?:medications?|drugs?)\b|\b(?:smokes|drinks alcohol|is allergic|has no allergies|immunizations|immunisations|vaccinations|vaccines) /i,
  examination:
    /\b(?:on|physical|neurologic|neurological|clinical) exam(?:ination)?\b|\bexamination (?:shows|reveals|of)\b|\b(?:temperature|pulse|blood pressure|respirations|vital signs) (?:is|are)\b/i,
  investigations:
    /\b(?:MRI|CT|EMG|ECG|electromyography|laboratory (?:studies|tests|results)|lumbar puncture|nerve conduction studies|biopsy|radiograph|x-ray)\b[^.]{0,80}\b(?:shows?|showed|reveals?|is|are|normal|yields?)\b/i,
};
