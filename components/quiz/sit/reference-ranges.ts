export type ReferenceGroup = Readonly<{
  name: string;
  /** Where the values are from. */
  source: string;
  rows: readonly Readonly<{ test: string; range: string; also?: string }>[];
}>;

/**
 * Adult values as examinations print them, in the units of the decks, with the SI unit where it is another. For reading
 * questions, not patients: where a question prints its own range, that one counts.
 */
export const REFERENCE_RANGES: readonly ReferenceGroup[] = [
  {
    name: 'Cerebrospinal fluid',
    source: 'As the cases of this library print them; glucose as in the USMLE laboratory values',
    rows: [
      { test: 'White cells', range: '0–5 /mm³' },
      { test: 'Protein', range: '15–45 mg/dL', also: '0.15–0.45 g/L' },
      { test: 'Glucose', range: '40–70 mg/dL', also: '2.2–3.9 mmol/L; about ⅔ of blood glucose' },
      { test: 'Opening pressure', range: '7–20 cm H₂O' },
    ],
  },
  {
    name: 'Muscle and inflammation',
    source:
      'CK as the cases of this library print it; ESR as in the USMLE laboratory values; CRP and LDH: customary limits',
    rows: [
      { test: 'Creatine kinase (CK), women', range: '30–150 U/L' },
      { test: 'Creatine kinase (CK), men', range: '30–300 U/L' },
      { test: 'Lactate dehydrogenase', range: '140–280 U/L' },
      { test: 'C-reactive protein (CRP)', range: '< 5 mg/L', also: '< 0.5 mg/dL' },
      { test: 'ESR, women', range: '0–20 mm/h', also: 'higher with age' },
      { test: 'ESR, men', range: '0–15 mm/h', also: 'higher with age' },
    ],
  },
  {
    name: 'Electrolytes and metabolism',
    source:
      'USMLE laboratory values; fasting glucose and HbA1c: American Diabetes Association; vitamin B12: customary limits',
    rows: [
      { test: 'Sodium', range: '136–146 mmol/L' },
      { test: 'Potassium', range: '3.5–5.0 mmol/L' },
      { test: 'Chloride', range: '95–105 mmol/L' },
      { test: 'Bicarbonate', range: '22–28 mmol/L' },
      { test: 'Calcium, total', range: '8.5–10.2 mg/dL', also: '2.1–2.55 mmol/L' },
      { test: 'Magnesium', range: '1.8–2.4 mg/dL', also: '0.75–1.0 mmol/L' },
      { test: 'Phosphate', range: '3.0–4.5 mg/dL', also: '1.0–1.5 mmol/L' },
      { test: 'Glucose, fasting', range: '70–99 mg/dL', also: '3.9–5.5 mmol/L' },
      { test: 'Glucose, random', range: '70–140 mg/dL', also: '3.9–7.8 mmol/L' },
      { test: 'Haemoglobin A1c', range: '< 5.7 %', also: '< 39 mmol/mol' },
      { test: 'Creatinine', range: '0.6–1.2 mg/dL', also: '53–106 µmol/L' },
      { test: 'Urea nitrogen', range: '7–18 mg/dL', also: 'urea 2.5–6.4 mmol/L' },
      { test: 'TSH', range: '0.4–4.0 mU/L' },
      { test: 'Vitamin B12', range: '200–900 pg/mL', also: '150–660 pmol/L' },
    ],
  },
  {
    name: 'Liver and blood',
    source: 'As the cases of this library print them; blood counts as in the USMLE laboratory values',
    rows: [
      { test: 'ALT', range: '7–56 U/L' },
      { test: 'AST', range: '10–40 U/L' },
      { test: 'Bilirubin, total', range: '0.1–1.0 mg/dL', also: '2–17 µmol/L' },
      { test: 'Haemoglobin, women', range: '12.0–16.0 g/dL' },
      { test: 'Haemoglobin, men', range: '13.5–17.5 g/dL' },
      { test: 'White cells', range: '4.5–11.0 ×10⁹/L' },
      { test: 'Platelets', range: '150–450 ×10⁹/L' },
      { test: 'INR, without anticoagulants', range: '0.9–1.2' },
    ],
  },
  {
    name: 'Breathing',
    source:
      'Blood gases as the cases of this library print them; FVC against predicted values as in ATS/ERS reports',
    rows: [
      { test: 'Arterial pH', range: '7.35–7.45' },
      { test: 'PaCO₂', range: '35–45 mm Hg', also: '4.7–6.0 kPa' },
      { test: 'PaO₂, on air', range: '80–100 mm Hg', also: '10.6–13.3 kPa' },
      { test: 'Oxygen saturation, on air', range: '95–100 %' },
      { test: 'Forced vital capacity (FVC)', range: '≥ 80 % of predicted', also: 'adults about 3–5 L' },
      { test: 'Maximal inspiratory pressure', range: '−80 cm H₂O or stronger' },
    ],
  },
];
