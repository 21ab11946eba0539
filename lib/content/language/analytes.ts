/**
 * What a laboratory measures, by the names that cases use, in lower case. From the list of laboratory values that the
 * NBME prints for its examinations (blood, cerebrospinal fluid, hematology), with British spellings and what neurology adds.
 */
export const ANALYTES: readonly string[] = [
  ...['sodium', 'potassium', 'chloride', 'bicarbonate', 'calcium', 'magnesium', 'phosphate', 'phosphorus'],
  ...[
    'glucose',
    'urea nitrogen',
    'urea',
    'bun',
    'creatinine',
    'uric acid',
    'osmolality',
    'lactate',
    'ammonia',
  ],
  ...['protein', 'total protein', 'albumin', 'bilirubin', 'cholesterol', 'triglycerides', 'ferritin', 'iron'],
  ...['alanine aminotransferase', 'alt', 'aspartate aminotransferase', 'ast', 'alkaline phosphatase', 'alp'],
  ...[
    'gamma-glutamyltransferase',
    'ggt',
    'lactate dehydrogenase',
    'ldh',
    'creatine kinase',
    'ck',
    'amylase',
    'lipase',
  ],
  ...[
    'hemoglobin',
    'haemoglobin',
    'hb',
    'hematocrit',
    'haematocrit',
    'hba1c',
    'hemoglobin a1c',
    'haemoglobin a1c',
  ],
  ...[
    'leukocytes',
    'leucocytes',
    'leukocyte count',
    'leucocyte count',
    'white cells',
    'white cell count',
    'wbc',
  ],
  ...[
    'white blood cells',
    'white blood cell count',
    'erythrocytes',
    'red cells',
    'red cell count',
    'red blood cells',
  ],
  ...['platelets', 'platelet count', 'erythrocyte sedimentation rate', 'esr', 'c-reactive protein', 'crp'],
  ...[
    'vitamin b12',
    'cobalamin',
    'folate',
    'thyroid-stimulating hormone',
    'tsh',
    'free t4',
    'thyroxine',
    'cortisol',
  ],
  ...['troponin', 'pao2', 'paco2', 'pao₂', 'paco₂', 'pco2', 'po2', 'pco₂', 'po₂', 'prothrombin time'],
  ...['partial thromboplastin time', 'opening pressure'],
];

/** Those that are pure numbers: a ratio or a logarithm. */
export const ANALYTES_WITHOUT_UNIT: readonly string[] = ['ph', 'inr', 'specific gravity', 'albumin ratio'];

/** Chemical symbols that are analytes only in this very case: `k` may be anything. */
export const ANALYTE_SYMBOLS: readonly string[] = [
  'Na',
  'Na+',
  'Na⁺',
  'K',
  'K+',
  'K⁺',
  'Cl',
  'Cl−',
  'Ca',
  'Ca2+',
  'Ca²⁺',
  'Mg',
];
