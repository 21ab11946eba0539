import { headNoun } from './head-noun';

/** What sort of thing an answer names. */
export type OptionClass = 'drug' | 'organism' | 'test' | 'site' | 'disease' | 'number';

/**
 * The class of an answer by the form of its head noun; null where the form does not tell, which is the case for most
 * signs, mechanisms and actions. Endings of drugs are the stems of international nonproprietary names (WHO); the rest are
 * the words that clinical neurology uses most.
 */
export function optionClass(text: string): OptionClass | null {
  if (/^[<>≤≥~]?\s?\d/.test(text)) return 'number';
  const noun = headNoun(text);
  for (const [name, pattern] of CLASSES) if (pattern.test(noun)) return name;
  return null;
}

const CLASSES: readonly (readonly [OptionClass, RegExp])[] = [
  [
    'organism',
    /(?:virus(?:es)?|coccus|cocci|bacter|bacillus|borrelia|treponema|toxoplasma|candida|mycoplasma)$/,
  ],
  [
    'test',
    /^(?:mri|ct|emg|eeg|ecg|biopsy|x-?ray|radiography|ultrasound|ultrasonography|puncture|assay|culture|titers?|serology|sequencing|swab)$|(?:graphy|scopy|(?<!sym)metry)$/,
  ],
  [
    'drug',
    /(?:cillin|mycin|micin|cycline|oxacin|azole|vir|sone|solone|pril|sartan|olol|dipine|statin|mab|stigmine|parin|plase|triptan|azepam|barbital|toin|rsen|diplam|parvovec|globulin|profen|caine|platin|setron)$|^(?:aspirin|acyclovir|warfarin|levodopa|baclofen|riluzole|edaravone|methotrexate|metformin|insulin|heparin|morphine|lithium|ceftriaxone)$/,
  ],
  [
    'disease',
    /(?:itis|oma|pathy|osis|emia|aemia|plegia|algia|trophy|sclerosis|myelitis|radiculitis|dystrophy)$|^(?:disease|syndrome|palsy|stroke|tumou?r|cancer|botulism|infarction|hemorrhage|haemorrhage|abscess|migraine|epilepsy)$/,
  ],
  [
    'site',
    /^(?:horns?|roots?|nerves?|nucleus|nuclei|cortex|capsule|ganglion|ganglia|plexus|tracts?|columns?|brainstem|pons|medulla|midbrain|cerebellum|thalamus|hemisphere|foramen|canal|junction|muscles?|axons?|conus|cauda|gyrus|peduncle|pyramid|gland|lobe|angle)$/,
  ],
];
