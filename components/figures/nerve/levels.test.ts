import { describe, expect, it } from 'vitest';
import { FATES, type FacialFunction, FUNCTIONS, LEVELS, MOVEMENTS, SENSES } from './levels';

/** Levels from which outwards the nerve is one bundle: every function that has not left it yet runs in it. */
const CANAL = 3;
const PAROTID = 8;
const severity = (level: number, named: FacialFunction) =>
  FATES.indexOf(LEVELS[level]?.fates[named] ?? 'kept');

describe('the nine levels of the facial nerve', () => {
  // Tears, loud sounds, taste, saliva; + lost, − kept, (−) usually kept, ± varies.
  it.each([
    [0, 'Above the nucleus', '− − − −'],
    [1, 'Pons: nucleus and fascicle', '(−) ± (−) (−)'],
    [2, 'Cerebellopontine angle', '± ± ± ±'],
    [3, 'Internal auditory canal', '+ + + +'],
    [4, 'Geniculate ganglion', '+ + + +'],
    [5, 'Between ganglion and nerve to stapedius', '− + + +'],
    [6, 'Between nerve to stapedius and chorda tympani', '− − + +'],
    [7, 'Stylomastoid foramen, below the chorda tympani', '− − − −'],
    [8, 'Parotid: single branches', '− − − −'],
  ])('level %i, %s: %s', (level, name, senses) => {
    const signs = { kept: '−', 'usually kept': '(−)', varies: '±', lost: '+' };
    const fates = LEVELS[level]?.fates;
    expect(LEVELS[level]?.name).toBe(name);
    expect(SENSES.map((named) => fates && signs[fates[named]]).join(' ')).toBe(senses);
  });

  it('number nine', () => {
    expect(LEVELS).toHaveLength(9);
  });

  it('take a function from the canal outwards only if every level nearer to the brain takes it too', () => {
    for (const named of FUNCTIONS)
      for (let level = CANAL; level < PAROTID; level += 1)
        expect(severity(level, named)).toBeGreaterThanOrEqual(severity(level + 1, named));
  });

  it('are never sure of tears, sounds and taste in pons and angle, where the fibres part or are stretched', () => {
    for (const level of [1, 2])
      for (const named of SENSES) expect(['usually kept', 'varies']).toContain(LEVELS[level]?.fates[named]);
  });

  it('weaken the whole half of the face from the nucleus to the stylomastoid foramen', () => {
    for (let level = 1; level < PAROTID; level += 1)
      for (const named of MOVEMENTS) expect(LEVELS[level]?.fates[named]).toBe('lost');
  });

  it('spare the forehead above the nucleus, and may spare it in the parotid', () => {
    expect(LEVELS[0]?.fates).toMatchObject({ forehead: 'kept', eye: 'usually kept', mouth: 'lost' });
    expect(LEVELS[PAROTID]?.fates.forehead).toBe('varies');
  });

  it('let saliva go with taste, as both run in the chorda tympani', () => {
    for (const { fates } of LEVELS) expect(fates.saliva).toBe(fates.taste);
  });
});
