import { expect, test } from 'vitest';
import { isAccepted } from './typed-answer';

test.each([
  ['faecal-oral', true],
  ['Faecal–Oral', true],
  ['  faecal  –  oral. ', true],
  ['FAECAL‑ORAL', true],
  ['faecal oral', false],
  ['oral', false],
  ['', false],
  ['.', false],
])('“%s” for “faecal–oral”: %s', (typed, accepted) => {
  expect(isAccepted(typed, ['faecal–oral'])).toBe(accepted);
});

test('composed and decomposed letters are the same letters, other accents are other letters', () => {
  expect(isAccepted('Guillain-Barre\u0301', ['Guillain–Barré'])).toBe(true);
  expect(isAccepted('Guillain-Barre', ['Guillain–Barré'])).toBe(false);
});

test('a curly apostrophe is an apostrophe', () => {
  expect(isAccepted('bell’s palsy', ["Bell's palsy"])).toBe(true);
});
