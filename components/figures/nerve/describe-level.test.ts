import { describe, expect, it } from 'vitest';
import { describeLevel, fateInWords } from './describe-level';
import { FATES, FUNCTIONS, LEVELS } from './levels';

const told = LEVELS.map(describeLevel);

describe('a level in words', () => {
  it('says what is lost and what is kept', () => {
    expect(told[5]).toBe(
      'The whole half of the face on the side of the lesion is weak. To be expected: sounds that hurt (hyperacusis), no taste on the front two thirds of the tongue and less saliva. Kept: tears.',
    );
  });

  it('does not call certain what varies', () => {
    expect(told[2]).toContain('Variable: tears, damping of loud sounds, taste and saliva.');
    expect(told[1]).toContain('Usually kept: tears, taste and saliva.');
  });

  it('names the opposite side above the nucleus only', () => {
    expect(told.map((text) => text.includes('opposite'))).toEqual(LEVELS.map((_, level) => level === 0));
  });

  it('has another word for each fate of a function', () => {
    for (const named of FUNCTIONS)
      expect(new Set(FATES.map((fate) => fateInWords(named, fate))).size).toBe(FATES.length);
  });
});
