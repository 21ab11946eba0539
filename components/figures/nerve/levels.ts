/** What the facial nerve does beside moving the face: glands, one sense, and the muscle that damps sounds. */
export type Sense = (typeof SENSES)[number];

/** All that the facial nerve does, in the order in which it is examined. */
export type FacialFunction = (typeof MOVEMENTS)[number] | Sense;

/** What becomes of a function, from untouched to taken. `varies`: some patients lose it and some do not. */
export type Fate = 'kept' | 'usually kept' | 'varies' | 'lost';

/** A place on the way from the cortex to the face where a lesion can sit. */
export type Level = Readonly<{
  name: string;
  face: string;
  fates: Readonly<Record<FacialFunction, Fate>>;
  /** What else betrays the place. */
  signs: string;
  causes: string;
}>;

export const MOVEMENTS = ['forehead', 'eye', 'mouth'] as const;
export const SENSES = ['tears', 'sounds', 'taste', 'saliva'] as const;
export const FUNCTIONS: readonly FacialFunction[] = [...MOVEMENTS, ...SENSES];
export const FATES: readonly Fate[] = ['kept', 'usually kept', 'varies', 'lost'];

const WHOLE = { forehead: 'lost', eye: 'lost', mouth: 'lost' } as const;
const WHOLE_HALF = 'The whole half of the face on the side of the lesion is weak.';

/**
 * The nine levels, from the brain outwards. The saliva of the glands below the jaw follows taste: both run in the
 * chorda tympani. Sources: Yale Cranial Nerves, facial nerve; DeJong's The Neurologic Examination, facial nerve.
 */
export const LEVELS: readonly Level[] = [
  {
    name: 'Above the nucleus',
    face: 'The lower face opposite the lesion is weak. The forehead is spared.',
    fates: {
      forehead: 'kept',
      eye: 'usually kept',
      mouth: 'lost',
      tears: 'kept',
      sounds: 'kept',
      taste: 'kept',
      saliva: 'kept',
    },
    signs: 'A drifting arm or thick speech; a smile at a joke may survive.',
    causes: 'Stroke, tumour or demyelination of the hemisphere.',
  },
  {
    name: 'Pons: nucleus and fascicle',
    face: WHOLE_HALF,
    fates: {
      ...WHOLE,
      tears: 'usually kept',
      sounds: 'varies',
      taste: 'usually kept',
      saliva: 'usually kept',
    },
    signs: 'A palsy of CN VI or of gaze towards the lesion; weak limbs on the other side.',
    causes: 'Stroke, demyelination or tumour of the pons.',
  },
  {
    name: 'Cerebellopontine angle',
    face: WHOLE_HALF,
    fates: { ...WHOLE, tears: 'varies', sounds: 'varies', taste: 'varies', saliva: 'varies' },
    signs: 'Hearing loss (CN VIII), a lost corneal reflex (CN V), ataxia; often before the face weakens.',
    causes: 'Vestibular schwannoma, meningioma.',
  },
  {
    name: 'Internal auditory canal',
    face: WHOLE_HALF,
    fates: { ...WHOLE, tears: 'lost', sounds: 'lost', taste: 'lost', saliva: 'lost' },
    signs: 'Hearing loss or vertigo (CN VIII). A deaf ear may hide that sounds are too loud.',
    causes: 'Vestibular or facial schwannoma, fracture of the temporal bone.',
  },
  {
    name: 'Geniculate ganglion',
    face: WHOLE_HALF,
    fates: { ...WHOLE, tears: 'lost', sounds: 'lost', taste: 'lost', saliva: 'lost' },
    signs: 'Ear pain; vesicles of the ear or mouth in Ramsay Hunt syndrome.',
    causes: 'Varicella-zoster virus, fracture of the temporal bone, facial schwannoma.',
  },
  {
    name: 'Between ganglion and nerve to stapedius',
    face: WHOLE_HALF,
    fates: { ...WHOLE, tears: 'kept', sounds: 'lost', taste: 'lost', saliva: 'lost' },
    signs: 'Signs of the middle ear: discharge, conductive hearing loss.',
    causes: 'Cholesteatoma, otitis media, fracture, surgery.',
  },
  {
    name: 'Between nerve to stapedius and chorda tympani',
    face: WHOLE_HALF,
    fates: { ...WHOLE, tears: 'kept', sounds: 'kept', taste: 'lost', saliva: 'lost' },
    signs: 'Signs of the mastoid: pain and swelling behind the ear.',
    causes: 'Mastoiditis, cholesteatoma, fracture, surgery.',
  },
  {
    name: 'Stylomastoid foramen, below the chorda tympani',
    face: WHOLE_HALF,
    fates: { ...WHOLE, tears: 'kept', sounds: 'kept', taste: 'kept', saliva: 'kept' },
    signs: 'Pain behind the ear; no sign but the face.',
    causes: 'Wound or surgery below the ear, birth trauma.',
  },
  {
    name: 'Parotid: single branches',
    face: 'Parts of the face on the side of the lesion are weak. The forehead may be spared.',
    fates: {
      forehead: 'varies',
      eye: 'varies',
      mouth: 'varies',
      tears: 'kept',
      sounds: 'kept',
      taste: 'kept',
      saliva: 'kept',
    },
    signs: 'A mass before the ear; weakness that follows one branch.',
    causes: 'Parotid tumour, wound of the cheek, surgery of the jaw or parotid.',
  },
];
