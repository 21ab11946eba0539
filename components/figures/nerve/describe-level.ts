import { type FacialFunction, type Fate, type Level, SENSES, type Sense } from './levels';

export const FUNCTION_NAMES: Readonly<Record<FacialFunction, string>> = {
  forehead: 'Forehead',
  eye: 'Eye closure',
  mouth: 'Mouth',
  tears: 'Tears',
  sounds: 'Loud sounds',
  taste: 'Taste, front two thirds',
  saliva: 'Saliva, lower glands',
};

const FATE_WORDS: Readonly<Record<FacialFunction, Readonly<Record<Fate, string>>>> = {
  forehead: { kept: 'wrinkles', 'usually kept': 'mostly wrinkles', varies: 'may be flat', lost: 'flat' },
  eye: { kept: 'full', 'usually kept': 'nearly full', varies: 'may fail', lost: 'fails' },
  mouth: { kept: 'moves', 'usually kept': 'mostly moves', varies: 'may droop', lost: 'droops' },
  tears: { kept: 'kept', 'usually kept': 'usually kept', varies: 'may be reduced', lost: 'reduced' },
  sounds: {
    kept: 'bearable',
    'usually kept': 'usually bearable',
    varies: 'may hurt',
    lost: 'hurt (hyperacusis)',
  },
  taste: { kept: 'kept', 'usually kept': 'usually kept', varies: 'may be lost', lost: 'lost' },
  saliva: { kept: 'kept', 'usually kept': 'usually kept', varies: 'may be reduced', lost: 'reduced' },
};

/** What tests of tears, hearing and taste are worth; to be said wherever a level is. */
export const CAVEAT =
  'Reasoning practice, not a measurement. Tests of tears, stapedius and taste place a lesion imprecisely, and in Bell palsy itself they mislead: the nerve suffers in patches. Trust them in cuts, fractures and tumours.';

/** What becomes of a function, in words that stand beside its name: `Loud sounds` `hurt`. */
export function fateInWords(named: FacialFunction, fate: Fate): string {
  return FATE_WORDS[named][fate];
}

/** What a lesion at this level does, in a few sentences: the face first, then what else the nerve carries. */
export function describeLevel({ face, fates }: Level): string {
  const told = (fate: Fate, words: Readonly<Record<Sense, string>>) =>
    listed(SENSES.filter((named) => fates[named] === fate).map((named) => words[named]));
  const sentences = [
    ['To be expected', told('lost', LOSSES)],
    ['Variable', told('varies', GOODS)],
    ['Usually kept', told('usually kept', GOODS)],
    ['Kept', told('kept', GOODS)],
  ] as const;
  return [
    face,
    ...sentences.filter(([, list]) => list !== '').map(([head, list]) => `${head}: ${list}.`),
  ].join(' ');
}

const LOSSES = {
  tears: 'fewer tears',
  sounds: 'sounds that hurt (hyperacusis)',
  taste: 'no taste on the front two thirds of the tongue',
  saliva: 'less saliva',
};
const GOODS = { tears: 'tears', sounds: 'damping of loud sounds', taste: 'taste', saliva: 'saliva' };

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
